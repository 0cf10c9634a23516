import { err, ok, type Result } from '#domain/result.ts'
import { HEADER_ROWS, LIMITS } from '#domain/table/limits.ts'
import { isFilled, withoutSpaces, type TableCell, type TableRecord } from '#domain/table/table.ts'

/** A decoded text, ready to be cut into records. */
export interface CsvText {
  /** The whole text, every line end `\n` or CRLF. */
  readonly text: string
  /** The separator a first line `sep=` asks for. */
  readonly told: string | null
  /** Where the records begin: the place in the text, and the line (from 1). */
  readonly start: number
  readonly firstLine: number
}

export const SEPARATORS = [';', '\t', ','] as const
/** A quote still open after so many lines was a slip, not a long cell. */
const LONGEST_CELL_IN_LINES = 50
/** More cells than any program writes on a line: where cutting it stops. */
const MANY_CELLS = 20_000
const SEP_LINE = /^"?sep=(.)"?[;,\t ]*\r?$/i
const CARRIAGE_RETURN = 13
const SPACE = 32

/** Makes sure that lines end with `\n` and reads `sep=` (`docs/domain/files.md`). */
export function openCsv(decoded: string): CsvText {
  const text = /\r(?!\n)/.test(decoded) ? decoded.replace(/\r\n?/g, '\n') : decoded
  let firstLine = 1
  for (let start = 0; start < text.length; firstLine++) {
    const end = endOfLine(text, start)
    const line = text.slice(start, end)
    if (line.trim() !== '') {
      const told = SEP_LINE.exec(line)?.[1]
      if (told === undefined) return { text, told: null, start, firstLine }
      return { text, told, start: end + 1, firstLine: firstLine + 1 }
    }
    start = end + 1
  }
  return { text, told: null, start: text.length, firstLine }
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

const contentEnd = (text: string, end: number): number =>
  text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end

/** A record without quotes: cut each time it is asked for its cells, so that a large file is never held cut. */
class PlainRecord implements TableRecord {
  readonly line: number
  readonly text: string
  readonly broken = false
  readonly #separator: string

  constructor(line: number, text: string, separator: string) {
    this.line = line
    this.text = text
    this.#separator = separator
  }

  get cells(): string[] {
    return cutPlain(this.text, this.#separator)
  }
}

/**
 * Cuts a text into records (RFC 4180), quotes doubled inside quotes; lines without anything are left out.
 * @param most how many records are wanted; all by default
 * @returns the records; errors `import.too-many-rows`, `import.too-many-columns`
 */
export function readCsv(csv: CsvText, separator: string, most = Infinity): Result<TableRecord[]> {
  const { text } = csv
  const records: TableRecord[] = []
  let line = csv.firstLine
  for (let at = csv.start; at < text.length && records.length < most;) {
    const end = endOfLine(text, at)
    const own = text.slice(at, contentEnd(text, end))
    const quoted = own.includes('"') ? cutQuoted(text, at, separator) : null
    const record = own.includes('"') ? quotedRecord(quoted, line, own) : plainRecord(line, own, separator)
    if (record && own.length >= LIMITS.columns && isTooWide(record.cells))
      return err('import.too-many-columns', { line, max: LIMITS.columns })
    if (record) records.push(record)
    if (records.length > LIMITS.rows + HEADER_ROWS) return err('import.too-many-rows', { max: LIMITS.rows })
    line += quoted?.lines ?? 1
    at = (quoted?.end ?? end) + 1
  }
  return ok(records)
}

/** Separators without anything between them at the end of a line are no columns. */
const isTooWide = (cells: readonly TableCell[]): boolean =>
  cells.length >= MANY_CELLS || cells.findLastIndex((cell) => cell !== '') >= LIMITS.columns

function plainRecord(line: number, text: string, separator: string): TableRecord | null {
  const mark = separator.charCodeAt(0)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > SPACE && code !== mark)
      return code < 128 || isFilled(cutPlain(text, separator)) ? new PlainRecord(line, text, separator) : null
  }
  return null
}

function quotedRecord(cut: CutRecord | null, line: number, own: string): TableRecord | null {
  if (!cut) return { line, text: own, cells: [own], broken: true }
  const { text, cells } = cut
  return isFilled(cells) ? { line, text, cells, broken: false } : null
}

interface CutRecord {
  readonly text: string
  readonly cells: string[]
  /** Place of the line end after it. */
  readonly end: number
  readonly lines: number
}

function cutPlain(line: string, separator: string): string[] {
  const cells = line.split(separator, MANY_CELLS)
  for (let at = 0; at < cells.length; at++) cells[at] = withoutSpaces(cells[at] ?? '')
  return cells
}

/** A record with quotes, over several lines if need be; null when a quote stays open. */
function cutQuoted(text: string, at: number, separator: string): CutRecord | null {
  const cells: string[] = []
  let lines = 1
  let place = at
  let lineEnd = endOfLine(text, at)
  for (;;) {
    const close = text[place] === '"' ? closingQuote(text, place) : place
    if (close < 0) return null
    for (; lineEnd < close; lines++) {
      if (lines === LONGEST_CELL_IN_LINES) return null
      lineEnd = endOfLine(text, lineEnd + 1)
    }
    const parted = text.indexOf(separator, close)
    const end = parted < 0 || parted > lineEnd ? lineEnd : parted
    const quoted = close > place ? unix(text.slice(place + 1, close)).replaceAll('""', '"') : ''
    cells.push((quoted + text.slice(close > place ? close + 1 : place, end)).trim())
    if (end === lineEnd || cells.length === MANY_CELLS)
      return { text: unix(text.slice(at, contentEnd(text, lineEnd))), cells, end: lineEnd, lines }
    place = end + 1
  }
}

const unix = (text: string): string => (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text)

/** The place of the quote that closes the one at `open`; -1 when none does. */
function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  return close
}
