import { Type, type Static, type TProperties, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { isIsoDay } from '#domain/dates.ts'
import { err, type Result } from '#domain/result.ts'

/** A kind of request: what it is for, what it must look like, how it is answered, and one that works. */
export interface RequestKind {
  readonly about: string
  readonly schema: TSchema
  readonly example: object
  /** Errors: those of the domain, `numbers.request-shape`, `numbers.day-unknown`. */
  readonly answer: (given: unknown) => Result<unknown>
}

/** Forbids unknown properties everywhere: a misspelt parameter must not pass in silence. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return 'properties' in inner ? { ...inner, additionalProperties: false } : inner
}

const DAYS = new Set([
  'on',
  'start',
  'end',
  'date',
  'validFrom',
  'paidOn',
  'sentOn',
  'drawnOn',
  'lastPayment',
  'asOf',
])

/** The first day that no calendar has. */
function unknownDay(value: unknown, path = ''): string | null {
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const at = `${path}/${key}`
    if (DAYS.has(key) && typeof inner === 'string' && !isIsoDay(inner)) return at
    const found = unknownDay(inner, at)
    if (found !== null) return found
  }
  return null
}

/** A kind of request with these properties beside `op`. */
export function requestKind<P extends TProperties>(
  about: string,
  properties: P,
  example: object,
  answer: (given: Static<ReturnType<typeof Type.Object<P>>>) => Result<unknown>,
): RequestKind {
  const schema = Type.Object(properties)
  const strict = closed(schema) as TSchema
  return {
    ...{ about, schema, example },
    answer: (given) => {
      const [first] = Value.Errors(strict, given)
      if (first)
        return err('numbers.request-shape', { path: first.instancePath || '/', problem: first.message })
      const day = unknownDay(given)
      if (day !== null) return err('numbers.day-unknown', { path: day })
      return answer(given as Static<ReturnType<typeof Type.Object<P>>>)
    },
  }
}
