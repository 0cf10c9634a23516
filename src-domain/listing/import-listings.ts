import type { Convention } from '#domain/convention/convention.ts'
import type { IsoDay } from '#domain/dates.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import { judgeListings, ROWS_PER_STEP, type LoadedListing } from '#domain/listing/judge/judge-listings.ts'
import type { ListingName, ListingRow, RejectedRow, Severity } from '#domain/listing/listing.ts'
import { noticesOf, type ImportNotice } from '#domain/listing/import-notices.ts'
import { checkAgreement } from '#domain/listing/check-agreement.ts'
import { openListingFile, type ListingFile, type OpenedFile } from '#domain/listing/open-listing-file.ts'
import { createRecordReader, isRejected } from '#domain/listing/read-rows.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { FileEncoding } from '#domain/table/open-source.ts'
import { textOf } from '#domain/table/table.ts'

export { openListingFile, type ListingFile, type OpenedFile }

/** One file read and judged. */
export interface ImportedListing {
  readonly listing: ListingName
  readonly fileName: string
  readonly encoding: FileEncoding
  readonly separator: string
  /** The sheet that was read; null in a text file. */
  readonly sheet: string | null
  /** The line the header stands on. */
  readonly headerLine: number
  /** The header as it stands in the file. */
  readonly headers: readonly string[]
  readonly columns: readonly string[]
  /** Accepted rows in the order of the file, cells in the order of `columns`. */
  readonly rows: readonly ListingRow[]
  readonly rejected: readonly RejectedRow[]
  readonly counts: ImportCounts
  /** Headers that mean nothing in this listing: their columns were left out. */
  readonly unknownHeaders: readonly string[]
  /** Lines left out because they start with TOTAL. */
  readonly totalLines: readonly number[]
  readonly notices: readonly ImportNotice[]
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

/** Files that are there, or are read one after the other: the bytes of one need not be held while the next is read. */
type ListingFiles = readonly ListingFile[] | AsyncIterable<ListingFile>

/**
 * Imports files of one convention and judges them together: opens, recognises, reads, judges.
 * @param loaded listings already there, to look rows up in; one that is imported again is replaced
 * @returns one listing per file, in the order of the files; nothing is imported when a file is refused:
 *   `import.*` with `fileName`, or `import.cancelled`
 */
export async function importListings(
  files: ListingFiles,
  convention: Convention,
  loaded: readonly LoadedListing[] = [],
  watch: ImportWatch = {},
): Promise<Result<ImportedListing[]>> {
  const opened = await openListingFiles(files, convention, watch)
  if (!opened.ok) return opened
  const steps = judgeSteps(opened.value, convention, loaded)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return ok(step.value)
    if (watch.isCancelled?.()) return err('import.cancelled')
    watch.onProgress?.(step.value.done, step.value.of)
  }
}

/**
 * Opens the files of one import, one listing each, all of this convention.
 * @returns errors `import.*` with `fileName`, or `import.cancelled`
 */
export async function openListingFiles(
  files: ListingFiles,
  convention: Convention,
  watch: Pick<ImportWatch, 'isCancelled'> = {},
): Promise<Result<OpenedFile[]>> {
  const opened: OpenedFile[] = []
  for await (const file of files) {
    if (watch.isCancelled?.()) return err('import.cancelled')
    const one = await openListingFile(file)
    if (!one.ok) return one
    const other = checkAgreement(one.value, convention)
    if (!other.ok) return other
    const { listing } = one.value.match
    if (opened.some(({ match }) => match.listing === listing))
      return err('import.listing-twice', { fileName: file.fileName, listing })
    opened.push(one.value)
  }
  return ok(opened)
}

/** Reads and judges opened files in steps of at most 2,000 rows, so that one can hear of a cancel in between. */
export function* judgeSteps(
  opened: readonly OpenedFile[],
  convention: Convention,
  loaded: readonly LoadedListing[] = [],
): Generator<ImportProgress, ImportedListing[], void> {
  const of = 3 * opened.reduce((sum, { table }) => sum + table.records.length, 0)
  let done = 0
  for (const rows of readAndJudge(opened, convention, loaded)) yield { done: (done += rows), of }
  yield { done: of, of }
  const there = [...loaded.map(({ listing }) => listing), ...opened.map(({ match }) => match.listing)]
  return opened.map((one) => describeImport(one, there))
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

function* readRows({ extractedOn, table, match, draft }: OpenedFile, lastDay: IsoDay): Generator<number> {
  const read = createRecordReader(table, match, extractedOn ?? lastDay)
  for (const [at, record] of table.records.entries()) {
    const row = read(record)
    if (isRejected(row)) draft.rejected.push(row)
    else draft.rows.push(row)
    if (at % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield ROWS_PER_STEP
  }
  yield table.records.length % ROWS_PER_STEP
}

function describeImport(
  { fileName, encoding, table, match, draft }: OpenedFile,
  there: readonly ListingName[],
): ImportedListing {
  const { listing, rejected, absent } = draft
  const rows = draft.rows.map(({ line, cells, marks }) => ({ line, cells, marks }))
  const marked = (severity: Severity): number =>
    rows.filter(({ marks }) => marks.some((mark) => mark.severity === severity)).length
  return {
    listing,
    fileName,
    encoding,
    separator: table.separator,
    sheet: table.sheet,
    headerLine: table.header.line,
    headers: table.header.cells.map(textOf),
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
    notices: noticesOf({ listing, read: table.records.length, absent }, there),
  }
}
