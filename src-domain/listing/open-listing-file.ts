import type { IsoDay } from '#domain/dates.ts'
import { columnIdsOf, columnsOf } from '#domain/listing/columns.ts'
import {
  findHeader,
  headerCells,
  HEADER_WITHIN,
  worthOf,
  type FoundHeader,
} from '#domain/listing/find-header.ts'
import type { ListingDraft } from '#domain/listing/judge/judge-listings.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { recogniseListing, type ColumnMapping, type HeaderMatch } from '#domain/listing/match-header.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { openSource, type FileEncoding, type Source, type View } from '#domain/table/open-source.ts'
import { headerOf, tableOf, type Table } from '#domain/table/table.ts'

/** A file to import. What a person did not say is found out: listing, sheet, line of the header. */
export interface ListingFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly listing?: ListingName
  /** The day the office made the file; decides the century of two-digit years. The convention's end by default. */
  readonly extractedOn?: IsoDay
  readonly mapping?: ColumnMapping
  /** Name of the sheet of a workbook. */
  readonly sheet?: string
  /** The line (from 1) that the header starts on. */
  readonly headerLine?: number
}

/** A file whose header was found to be that of a listing; its rows are cut into cells and not read yet. */
export interface OpenedFile {
  readonly fileName: string
  readonly extractedOn: IsoDay | undefined
  readonly draft: ListingDraft
  readonly encoding: FileEncoding
  readonly table: Table
  readonly match: HeaderMatch
}

/** A view of a file, and where its header is. */
export interface FoundView {
  readonly view: View
  readonly found: FoundHeader
}

/** Columns as an error prints them, the same in each language. */
const namesOf = (listing: ListingName, ids: readonly string[]): string =>
  columnsOf(listing)
    .filter(({ id }) => ids.includes(id))
    .map(({ id, fr, nl }) => `${id} (${fr} / ${nl})`)
    .join(', ')

/**
 * Opens a file: decodes it, finds its header, sees which listing it is.
 * @returns errors `import.*` with `fileName`
 */
export async function openListingFile(file: ListingFile): Promise<Result<OpenedFile>> {
  return nameFile(await open(file), file)
}

/** Says in an error which file it is about. */
export const nameFile = <T>(result: Result<T>, { fileName }: ListingFile): Result<T> =>
  result.ok ? result : err(result.error.code, { ...result.error.details, fileName })

async function open(file: ListingFile): Promise<Result<OpenedFile>> {
  const source = await openSource(file.bytes, HEADER_WITHIN, file.sheet)
  if (!source.ok) return source
  const best = await findView(source.value, file)
  if (!best.ok) return best
  const { view, found } = best.value
  const match = checkMatch(found.match, headerCells(headerOf(view.head, found)))
  if (!match.ok) {
    await view.close()
    return match
  }
  const records = await view.all()
  if (!records.ok) return records
  const table = tableOf(records.value, found, view)
  const { listing, places } = match.value
  const absent = columnIdsOf(listing).filter((_, at) => places[at] === -1)
  const draft: ListingDraft = { listing, rows: [], rejected: [], absent }
  const { fileName, extractedOn } = file
  return ok({ fileName, extractedOn, draft, encoding: source.value.encoding, table, match: match.value })
}

function checkMatch(match: HeaderMatch | null, header: readonly string[]): Result<HeaderMatch> {
  if (!match) return err('import.listing-unknown')
  const { listing, missing, twice } = match
  const other = missing.length > 0 ? recogniseListing(header) : null
  if (other && other.listing !== listing && other.missing.length === 0)
    return err('import.other-listing', { chosen: listing, found: other.listing })
  if (missing.length > 0) return err('import.column-missing', { listing, columns: namesOf(listing, missing) })
  if (twice.length > 0) return err('import.column-twice', { listing, columns: twice.join(', ') })
  return ok(match)
}

/**
 * The view whose header names most of a listing; of several that name none, the one with the widest records.
 * @returns the error of a view that cannot be read only when no other is a listing
 */
export async function findView(source: Source, file: ListingFile): Promise<Result<FoundView>> {
  let best: FoundView | null = null
  let refused: Result<FoundView> | null = null
  for (const openView of source.views) {
    const opened = await openView()
    if (!opened.ok) {
      refused = opened
      continue
    }
    const one = { view: opened.value, found: findHeader(opened.value.head, file) }
    const isBest = !best || isBetter(one, best)
    await (isBest ? best : one)?.view.close()
    if (isBest) best = one
    if (isComplete(one, source)) break
  }
  if (best && best.view.head.length > 0 && (best.found.match || !refused)) return ok(best)
  return refused ?? err('import.empty')
}

/** A sheet with every column asked for is not compared with the others: each costs a reading. */
const isComplete = ({ found }: FoundView, { encoding }: Source): boolean =>
  encoding === 'xlsx' && found.match?.missing.length === 0

const widthOf = ({ view, found }: FoundView): number => view.head[found.at]?.cells.length ?? 0

function isBetter(one: FoundView, other: FoundView): boolean {
  const gain = worthOf(one.found) - worthOf(other.found)
  return gain > 0 || (gain === 0 && widthOf(one) > widthOf(other))
}
