import type { TSchema } from 'typebox'
import { partsOf, withoutNull } from '#domain/convention/schema-leaves.ts'

/** Whether anything stands in a value; a line of a form that is left blank is no entry. */
const holdsAnything = (value: unknown): boolean =>
  typeof value === 'object' && value !== null
    ? Object.values(value).some(holdsAnything)
    : value !== '' && value !== null && value !== undefined

/**
 * A value with its properties in the order of its schema and nothing else, list entries without anything in them left
 * out, so that one convention is the same text whatever form it came in.
 * @param onUnknown hears the place of each property that is left out
 */
export function inSchemaOrder(
  schema: TSchema,
  value: unknown,
  onUnknown: (path: string) => void,
  path = '',
): unknown {
  const { properties, items } = partsOf(withoutNull(schema))
  if (items && Array.isArray(value))
    return value
      .map((item, at) => inSchemaOrder(items, item, onUnknown, `${path}/${at}`))
      .filter(holdsAnything)
  if (!properties || typeof value !== 'object' || value === null) return value
  const record = value as Record<string, unknown>
  for (const name of Object.keys(record)) if (!Object.hasOwn(properties, name)) onUnknown(`${path}/${name}`)
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      inSchemaOrder(property, record[name], onUnknown, `${path}/${name}`),
    ]),
  )
}
