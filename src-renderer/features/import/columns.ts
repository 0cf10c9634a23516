import type { Column } from '#domain/listing/column.ts'
import { columnsOf } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import {
  headerKey,
  matchHeader,
  type ColumnMapping,
  type MatchedHeader,
} from '#domain/listing/match-header.ts'
import type { FilePreview } from '#domain/listing/preview-file.ts'
import { isReasonHeader } from '#renderer/features/import/reason-columns.ts'

/** The columns of a file, as far as they are settled for one listing. */
export interface ColumnChoices {
  readonly headers: readonly MatchedHeader[]
  /** Headers that nobody has settled yet. */
  readonly open: readonly MatchedHeader[]
  /** Required columns that no header fills. */
  readonly missing: readonly Column[]
  /** Headers whose column another one fills already. */
  readonly twice: readonly string[]
}

/** Sets the headers of a file against a listing, with what was settled by hand on top of what is recognised. */
export function choicesOf(
  { headers }: FilePreview,
  listing: ListingName,
  settled: ColumnMapping = {},
): ColumnChoices {
  const cells = Array.from({ length: 1 + Math.max(-1, ...headers.map(({ place }) => place)) }, () => '')
  for (const { header, place } of headers) cells[place] = header
  const match = matchHeader(listing, cells, { ...reasonsLeftOut(headers), ...settled })
  return {
    headers: match.headers,
    open: match.headers.filter(({ how }) => how === 'unknown'),
    missing: columnsOf(listing).filter(({ id }) => match.missing.includes(id)),
    twice: match.twice,
  }
}

/** The columns that an export of rejected rows adds only say why: they are never read. */
const reasonsLeftOut = (headers: FilePreview['headers']): ColumnMapping =>
  Object.fromEntries(
    headers.filter(({ header }) => isReasonHeader(header)).map(({ header }) => [headerKey(header), null]),
  )

/** Whether a file comes from an export of rejected rows: it corrects a listing that is there. */
export const isCorrection = ({ headers }: FilePreview): boolean =>
  headers.some(({ header }) => isReasonHeader(header))

export const isSettled = ({ open, missing, twice }: ColumnChoices): boolean =>
  open.length + missing.length + twice.length === 0

/** Everything that reading the file needs to know of its headers beyond their names. */
export const mappingOf = ({ headers }: ColumnChoices): ColumnMapping =>
  Object.fromEntries(
    headers.filter(({ how }) => how === 'mapped').map(({ header, column }) => [headerKey(header), column]),
  )

/** What was settled, with every header that is still open left out. */
export const leaveOpenOut = (choices: ColumnChoices): ColumnMapping => ({
  ...mappingOf(choices),
  ...Object.fromEntries(choices.open.map(({ header }) => [headerKey(header), null])),
})

/** What was settled for files of a partner before, by listing. */
export type RememberedMappings = Readonly<Partial<Record<ListingName, ColumnMapping>>>

/**
 * What earlier files of the same partner settle about this one: its listing when the headers do not tell it, and its
 * columns; null when nothing of it was met before.
 */
export function proposeSettings(
  preview: FilePreview,
  remembered: RememberedMappings,
): { readonly listing: ListingName; readonly mapping: ColumnMapping } | null {
  const keys = new Set(preview.headers.map(({ header }) => headerKey(header)))
  const [best] = Object.entries(remembered)
    .map(([listing, mapping]) => ({ listing: listing as ListingName, mapping: withKeys(mapping, keys) }))
    .filter(({ listing }) => preview.listing === null || preview.listing === listing)
    .sort((a, b) => sizeOf(b.mapping) - sizeOf(a.mapping))
  return best && sizeOf(best.mapping) > 0 ? best : null
}

const sizeOf = (mapping: ColumnMapping): number => Object.keys(mapping).length
const withKeys = (mapping: ColumnMapping, keys: ReadonlySet<string>): ColumnMapping =>
  Object.fromEntries(Object.entries(mapping).filter(([key]) => keys.has(key)))
