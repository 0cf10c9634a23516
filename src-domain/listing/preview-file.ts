import { HEADER_WITHIN } from '#domain/listing/find-header.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { HeaderMatch, MatchedHeader } from '#domain/listing/match-header.ts'
import { findView, nameFile, type FoundView, type ListingFile } from '#domain/listing/open-listing-file.ts'
import { ok, type Result } from '#domain/result.ts'
import { openSource, type FileEncoding, type Source } from '#domain/table/open-source.ts'
import { headerOf, textOf } from '#domain/table/table.ts'

/** What is seen of a file before it is imported. */
export interface FilePreview {
  readonly fileName: string
  readonly encoding: FileEncoding
  /** '' in a workbook. */
  readonly separator: string
  /** Names of the visible sheets; none in a text. */
  readonly sheets: readonly string[]
  readonly sheet: string | null
  /** The line (from 1) taken for the header. */
  readonly headerLine: number
  readonly headers: readonly MatchedHeader[]
  /** The first records after the header, as text. */
  readonly rows: readonly (readonly string[])[]
  /** Null when no listing is near. */
  readonly listing: ListingName | null
  /** Required columns of that listing which no header stands for. */
  readonly missing: readonly string[]
}

const ROWS_SHOWN = 20

/**
 * Shows the beginning of a file as it would be imported.
 * @returns errors `import.*` with `fileName`; a header that is not known is no error here
 */
export async function previewFile(file: ListingFile): Promise<Result<FilePreview>> {
  const source = await openSource(file.bytes, HEADER_WITHIN + ROWS_SHOWN, file.sheet)
  if (!source.ok) return nameFile(source, file)
  const found = await findView(source.value, file)
  if (!found.ok) return nameFile(found, file)
  await found.value.view.close()
  return ok(describe(file, source.value, found.value))
}

function describe({ fileName }: ListingFile, source: Source, { view, found }: FoundView): FilePreview {
  const header = headerOf(view.head, found)
  const below = found.at + found.height
  const { separator, sheet } = view
  const { encoding, sheets } = source
  return {
    ...{ fileName, encoding, separator, sheets, sheet },
    headerLine: header.line,
    headers: found.match?.headers ?? unnamed(header.cells.map(textOf)),
    rows: view.head.slice(below, below + ROWS_SHOWN).map(({ cells }) => cells.map(textOf)),
    ...describeMatch(found.match),
  }
}

const describeMatch = (match: HeaderMatch | null): Pick<FilePreview, 'listing' | 'missing'> => ({
  listing: match?.listing ?? null,
  missing: match?.missing ?? [],
})

const unnamed = (headers: readonly string[]): MatchedHeader[] =>
  headers
    .map((header, place): MatchedHeader => ({ header, place, column: null, how: 'unknown' }))
    .filter(({ header }) => header !== '')
