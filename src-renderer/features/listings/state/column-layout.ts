import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'

/** Which columns of a listing are shown, and in which order. The key columns always stand first. */
export interface ColumnLayout {
  readonly hidden: readonly string[]
  /** Columns in the order chosen; those it does not name follow in their own. */
  readonly order: readonly string[]
}
export type Layouts = Readonly<Partial<Record<ListingName, ColumnLayout>>>

export const AS_IT_COMES: ColumnLayout = { hidden: [], order: [] }
/** Puts the columns in the order of a layout. */
export function inOrder<T extends { readonly id: string }>(
  columns: readonly T[],
  order: readonly string[],
): T[] {
  const place = ({ id }: T) => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...columns].sort((a, b) => place(a) - place(b))
}

/**
 * Moves a column one place among those that may be moved; at either end it stays.
 * @param ids the columns that may be moved, as they stand
 */
export function moved(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = ids.indexOf(id)
  const other = ids[from + by]
  if (from < 0 || other === undefined) return ids
  return ids.map((one) => (one === id ? other : one === other ? id : one))
}

/** Layouts as they were stored; what is not one is left out. */
export function readLayouts(stored: string | null): Layouts {
  const found = parsed(stored)
  const listed = LISTING_NAMES.flatMap((name) => {
    const layout = found[name]
    return isLayout(layout) ? [[name, layout] as const] : []
  })
  return Object.fromEntries(listed)
}

function parsed(stored: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const isIds = (value: unknown): boolean => Array.isArray(value) && value.every((id) => typeof id === 'string')

const isLayout = (value: unknown): value is ColumnLayout =>
  typeof value === 'object' &&
  value !== null &&
  'hidden' in value &&
  'order' in value &&
  isIds(value.hidden) &&
  isIds(value.order)
