import type { Convention } from '#domain/convention/convention.ts'
import type { IsoDay } from '#domain/dates.ts'
import { columnIdsOf, columnsOf } from '#domain/listing/columns.ts'
import { decodeText, type Encoding } from '#domain/listing/decode-text.ts'
import {
  judgeListings,
  ROWS_PER_STEP,
  type ListingDraft,
  type LoadedListing,
} from '#domain/listing/judge/judge-listings.ts'
import type { ListingName, ListingRow, RejectedRow, Severity } from '#domain/listing/listing.ts'
import { matchHeader, recogniseListing, type HeaderMatch } from '#domain/listing/match-header.ts'
import { parseCsv, type CsvTable } from '#domain/listing/parse-csv.ts'
import { createRecordReader, isRejected } from '#domain/listing/read-rows.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** A file to import. Without `listing` it is recognised by its header. */
export interface ListingFile {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly listing?: ListingName
  /** The day the office made the file; decides the century of two-digit years. The convention's end by default. */
  readonly extractedOn?: IsoDay
}

/** One file read and judged. */
export interface ImportedListing {
  readonly listing: ListingName
  readonly fileName: string
  readonly encoding: Encoding
  readonly separator: string
  readonly columns: readonly string[]
  /** Accepted rows in the order of the file, cells in the order of `columns`. */
  readonly rows: readonly ListingRow[]
  readonly rejected: readonly RejectedRow[]
  readonly counts: ImportCounts
  /** Headers that mean nothing in this listing: their columns were left out. */
  readonly unknownHeaders: readonly string[]
  /** Lines left out because they start with TOTAL. */
  readonly totalLines: readonly number[]
}

/** `warned` rows have a warning, `suspicious` rows a suggested finding. */
export interface ImportCounts {
  readonly read: number
  readonly accepted: number
  readonly rejected: number
  readonly warned: number
  readonly suspicious: number
}

/** Steps done of the steps there are; every row is three. */
export interface ImportProgress {
  readonly done: number
  readonly of: number
}

export interface ImportWatch {
  readonly onProgress?: (done: number, of: number) => void
  readonly isCancelled?: () => boolean
}

interface OpenedFile {
  readonly file: ListingFile
  readonly draft: ListingDraft
  readonly encoding: Encoding
  readonly table: CsvTable
  readonly match: HeaderMatch
}

/**
 * Imports files of one convention and judges them together: decodes, recognises, reads, judges.
 * @param loaded listings already there, to look rows up in; one that is imported again is replaced
 * @returns one listing per file, in the order of the files; nothing is imported when a file is refused:
 *   `import.*` with `fileName`, or `import.cancelled`
 */
export function importListings(
  files: readonly ListingFile[],
  convention: Convention,
  loaded: readonly LoadedListing[] = [],
  watch: ImportWatch = {},
): Result<ImportedListing[]> {
  const steps = importSteps(files, convention, loaded)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (watch.isCancelled?.()) return err('import.cancelled')
    watch.onProgress?.(step.value.done, step.value.of)
  }
}

/** Columns as an error prints them, the same in each language. */
const namesOf = (listing: ListingName, ids: readonly string[]): string =>
  columnsOf(listing)
    .filter(({ id }) => ids.includes(id))
    .map(({ id, fr, nl }) => `${id} (${fr} / ${nl})`)
    .join(', ')

/** The same in steps of at most 2,000 rows, for a worker that must hear of a cancel in between. */
export function* importSteps(
  files: readonly ListingFile[],
  convention: Convention,
  loaded: readonly LoadedListing[] = [],
): Generator<ImportProgress, Result<ImportedListing[]>, void> {
  const opened = openFiles(files)
  if (!opened.ok) return opened
  const of = 3 * opened.value.reduce((sum, { table }) => sum + table.records.length, 0)
  let done = 0
  for (const rows of readAndJudge(opened.value, convention, loaded)) yield { done: (done += rows), of }
  yield { done: of, of }
  return ok(opened.value.map(describeImport))
}

function* readAndJudge(
  opened: readonly OpenedFile[],
  convention: Convention,
  loaded: readonly LoadedListing[],
): Generator<number, void, void> {
  for (const one of opened) yield* readRows(one, convention.endDate)
  yield* judgeListings(
    opened.map(({ draft }) => draft),
    loaded,
    convention,
  )
}

function openFiles(files: readonly ListingFile[]): Result<OpenedFile[]> {
  const opened: OpenedFile[] = []
  for (const file of files) {
    const one = openFile(file)
    if (!one.ok) return err(one.error.code, { ...one.error.details, fileName: file.fileName })
    const { listing } = one.value.match
    if (opened.some(({ match }) => match.listing === listing))
      return err('import.listing-twice', { fileName: file.fileName, listing })
    opened.push(one.value)
  }
  return ok(opened)
}

function openFile(file: ListingFile): Result<OpenedFile> {
  const decoded = decodeText(file.bytes)
  if (!decoded.ok) return decoded
  const table = parseCsv(decoded.value.text)
  const headers = table.header.cells
  const match = file.listing ? matchHeader(file.listing, headers) : recogniseListing(headers)
  if (!match) return err('import.listing-unknown')
  const { listing, missing, twice } = match
  if (missing.length > 0) return err('import.column-missing', { listing, columns: namesOf(listing, missing) })
  if (twice.length > 0) return err('import.column-twice', { listing, columns: twice.join(', ') })
  const draft: ListingDraft = { listing, rows: [], rejected: [] }
  return ok({ file, draft, encoding: decoded.value.encoding, table, match })
}

function* readRows({ file, table, match, draft }: OpenedFile, lastDay: IsoDay): Generator<number> {
  const read = createRecordReader(table, match, file.extractedOn ?? lastDay)
  for (const [at, record] of table.records.entries()) {
    const row = read(record)
    if (isRejected(row)) draft.rejected.push(row)
    else draft.rows.push(row)
    if (at % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield ROWS_PER_STEP
  }
  yield table.records.length % ROWS_PER_STEP
}

function describeImport({ file, encoding, table, match, draft }: OpenedFile): ImportedListing {
  const { listing, rejected } = draft
  const rows = draft.rows.map(({ line, cells, marks }) => ({ line, cells, marks }))
  const marked = (severity: Severity): number =>
    rows.filter(({ marks }) => marks.some((mark) => mark.severity === severity)).length
  return {
    listing,
    fileName: file.fileName,
    encoding,
    separator: table.separator,
    columns: columnIdsOf(listing),
    rows,
    rejected: rejected.sort((a, b) => a.line - b.line),
    counts: {
      read: table.records.length,
      accepted: rows.length,
      rejected: rejected.length,
      warned: marked('W'),
      suspicious: marked('F'),
    },
    unknownHeaders: match.unknown,
    totalLines: table.totalLines,
  }
}
