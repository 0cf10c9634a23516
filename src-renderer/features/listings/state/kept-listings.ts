import { Type, type Static, type TSchema } from 'typebox'
import { Cell, ListingName } from '#domain/listing/listing.ts'
import type { ViewQuery } from '#domain/listing/row-view.ts'
import { keptAt } from '#renderer/ui/kept-drafts.ts'
import { keepLook } from '#renderer/ui/kept-looks.ts'

/** Where the listing that is shown is kept. */
export const shownPlace = (inspectionId: string) => ({
  ...{ scope: inspectionId, name: 'listing/shown' },
  shape: ListingName,
})

const orNull = <S extends TSchema>(shape: S) => Type.Union([shape, Type.Null()])
const Bound = Type.Union([Type.String(), Type.Number(), Type.Null()])
const Filter = Type.Union([
  Type.Object({ kind: Type.Literal('contains'), text: Type.String() }),
  Type.Object({ kind: Type.Literal('range'), from: Bound, to: Bound }),
  Type.Object({ kind: Type.Literal('among'), values: Type.Array(Cell) }),
])
const Query = Type.Object({
  search: Type.String(),
  filters: Type.Record(Type.String(), Filter),
  suspiciousOnly: Type.Boolean(),
  rule: orNull(Type.String()),
  only: orNull(Type.Object({ name: Type.String(), rows: Type.Array(Type.Integer()) })),
  sort: Type.Array(Type.Object({ column: Type.String(), descending: Type.Boolean() })),
})
const KeptLook = Type.Object({
  query: Type.Unsafe<ViewQuery>(Query),
  /** The row whose detail is open. */
  openRow: orNull(Type.Integer()),
  /** The place in the grid that the keyboard is at; row -1 is the header. */
  cursor: Type.Object({ row: Type.Integer(), column: Type.Integer() }),
  rejected: Type.Boolean(),
})
/** What is looked at in a listing, as far as it outlives the app. Rows are places in the listing. */
export type KeptLook = Static<typeof KeptLook>

/** With the content it was of: in another one other rows stand at its places. */
const LookOf = Type.Object({ key: Type.String(), look: KeptLook })

/** Where the look at a listing is kept. @param key its key, which begins with its inspection and its name */
function lookPlace(key: string) {
  const [scope = '', listing = ''] = key.split('/')
  return { scope, name: `listing/look/${listing}`, shape: LookOf }
}

/** Keeps a look; the selection is work under way, and not kept. */
export const keepListingLook = (key: string, { query, openRow, cursor, rejected }: KeptLook): void =>
  keepLook(lookPlace(key), { key, look: { query, openRow, cursor, rejected } })

/** What was looked at in this content of a listing when the app was left; null when that was another, or nothing. */
export function keptListingLook(key: string): KeptLook | null {
  const kept = keptAt(lookPlace(key))
  return kept?.key === key ? kept.look : null
}
