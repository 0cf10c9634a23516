import { columnTitle, rowLabel } from '#domain/listing/columns.ts'
import type { Cell, ListingRow } from '#domain/listing/listing.ts'
import { err, type Result } from '#domain/result.ts'
import { newId } from '#renderer/db/new-id.ts'
import { saveRecord } from '#renderer/db/records.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { revealIdentity } from '#renderer/features/listings/state/shown-identity.ts'

/** Who wants to see who a row is about. */
interface Look {
  readonly inspectionId: string
  readonly listing: OpenedListing
  readonly row: number
  /** Who looks. */
  readonly by: string
  readonly language: string
}

/**
 * Writes the disclosure, and only once it is on the disk shows the identity, for 30 seconds.
 * Errors: those of `saveRecord`; `listing.no-identity` when the row holds none.
 */
export async function showIdentity({
  inspectionId,
  listing,
  row,
  by,
  language,
}: Look): Promise<Result<null>> {
  const content = listing.rows[row]
  const fields = content ? identityFields(listing, content, language) : []
  if (!content || fields.length === 0) return err('listing.no-identity')
  const id = newId()
  const rowKey = `${listing.listing} ${rowLabel(listing.listing, content.cells)}`
  const at = new Date().toISOString()
  const logged = await saveRecord('disclosure', inspectionId, id, {
    ...{ id, inspectionId, at, what: 'identity', rowKey, file: null, by },
  })
  if (logged.ok) revealIdentity({ rowKey: identityKey(listing, row), fields })
  return logged
}

/** What an identity in sight belongs to: this row of this content of a listing. */
export const identityKey = ({ key }: OpenedListing, row: number): string => `${key} ${row}`

/** A fingerprint of a number says nothing to a reader. */
const isReadable = (id: string): boolean => id !== 'nissHash'

/** Whether rows of a listing hold who a person is. */
export const hasIdentity = ({ identity }: OpenedListing): boolean => identity.some(({ id }) => isReadable(id))

function identityFields({ identity }: OpenedListing, { cells }: ListingRow, language: string) {
  return identity.flatMap((column) => {
    const value = !isReadable(column.id) ? '' : writeIdentity(column.type, cells[column.at] ?? null)
    return value === '' ? [] : [{ title: columnTitle(column, language), value }]
  })
}

/** A national number as people read it: `96.03.14-998.37`. */
function writeIdentity(type: string, cell: Cell): string {
  const text = String(cell ?? '')
  return type === 'niss' ? text.replace(/^(\d\d)(\d\d)(\d\d)(\d{3})(\d\d)$/, '$1.$2.$3-$4.$5') : text
}
