import type { Data } from '#renderer/db/rows.ts'

/** What of a mutation matters for the record it changes. */
export interface Patch {
  readonly op: 'upsert' | 'delete' | 'resolve'
  readonly patch: Data
  /** The conflict that a `resolve` closes. */
  readonly resolves?: string | undefined
}

/** A copy without some fields. */
export const without = (row: object, ...fields: readonly string[]): Data =>
  Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field)))

/** Equal as they would travel: by their JSON, whatever the order of the keys. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** The fields of `patch` that say something else than `record` does. */
export const changedFields = (record: Data, patch: Data): Data =>
  Object.fromEntries(Object.entries(patch).filter(([field, value]) => !isSame(record[field], value)))

/** The record with changes on top, oldest first; null when there is none or it was deleted. */
export const layered = (base: Data | null, patches: readonly Patch[]): Data | null =>
  patches.reduce<Data | null>(
    (record, { op, patch }) => (op === 'delete' ? null : { ...record, ...patch }),
    base,
  )
