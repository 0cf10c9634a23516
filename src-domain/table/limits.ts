import { err, ok, type Result } from '#domain/result.ts'

const MB = 1024 * 1024

/** What a file may hold; more is refused with the limit in the message (`docs/adr/0010-workbooks.md`). */
export const LIMITS = {
  fileBytes: 100 * MB,
  rows: 250_000,
  columns: 500,
  cells: 10_000_000,
  /** Bytes of the sheets of a workbook, unpacked. */
  sheetBytes: 400 * MB,
  /** Bytes of its other parts that are read, unpacked. */
  partBytes: 128 * MB,
  /** Bytes of one cell of a workbook, unpacked; programs write at most 32,767 characters. */
  cellBytes: 2 * MB,
  /** Different texts of a workbook, which are all held while it is read. */
  texts: 1_000_000,
  /** Visible sheets that are looked at to find a listing. */
  sheets: 20,
} as const

/** The row of the headers, which stands beside the rows that a listing may have. */
export const HEADER_ROWS = 1

export const inMegabytes = (bytes: number): number => Math.ceil(bytes / MB)

/** Refuses a file by its size, before it is read. Errors: `import.empty`, `import.too-large`. */
export function checkFileSize(size: number): Result<null> {
  if (size === 0) return err('import.empty')
  const details = { size: inMegabytes(size), max: inMegabytes(LIMITS.fileBytes) }
  return size > LIMITS.fileBytes ? err('import.too-large', details) : ok(null)
}
