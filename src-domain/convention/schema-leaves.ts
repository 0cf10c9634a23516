import type { TSchema } from 'typebox'

/** A plain value somewhere in a value with a schema. */
export interface Leaf {
  /** Its place in the JSON, `/sites/0/postcode`. */
  readonly path: string
  readonly schema: TSchema
  readonly value: unknown
}

/** The keywords of a JSON Schema that lead down into it or say what a plain value is. */
export interface SchemaParts {
  readonly type?: string
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly items?: TSchema
  readonly enum?: readonly string[]
  readonly anyOf?: readonly TSchema[]
  readonly minimum?: number
  readonly maximum?: number
}
export const partsOf = (schema: TSchema): SchemaParts => schema

/** The schema of a value that may be null, without the null; any other schema unchanged. */
export const withoutNull = (schema: TSchema): TSchema =>
  partsOf(schema).anyOf?.find((one) => partsOf(one).type !== 'null') ?? schema

/** Every plain value of a value of the right shape, in the order of its schema. */
export function* leavesOf(schema: TSchema, value: unknown, path = ''): Generator<Leaf> {
  const { properties, items } = partsOf(withoutNull(schema))
  if (items && Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* leavesOf(items, item, `${path}/${at}`)
  } else if (properties && typeof value === 'object' && value !== null) {
    for (const [name, property] of Object.entries(properties)) {
      yield* leavesOf(property, (value as Record<string, unknown>)[name], `${path}/${name}`)
    }
  } else yield { path, schema: withoutNull(schema), value }
}
