import { err, ok, type Result } from '#domain/result.ts'
import { LIMITS } from '#domain/table/limits.ts'
import { isFilled, type TableRecord } from '#domain/table/table.ts'

/** A decoded text, ready to be cut into records. */
export interface CsvText {
  /** The whole text, every line end `\n`. */
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
const SEP_LINE = /^"?sep=(.)"?[;,\t ]*$/i

/** Makes line ends one kind and reads `sep=` (`domain.md` §G.5). */
export function openCsv(decoded: string): CsvText {
  const text = decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
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

/**
 * Cuts a text into records (RFC 4180), quotes doubled inside quotes; lines without anything are left out.
 * @param most how many records are wanted; all by default
 * @returns the records; errors `import.too-many-rows`, `import.too-many-columns`
 */
export function readCsv(csv: CsvText, separator: string, most = Infinity): Result<TableRecord[]> {
  const { text } = csv
  const records: TableRecord[] = []
  let line = csv.firstLine
  let cells = 0
  for (let at = csv.start; at < text.length && records.length < most;) {
    const cut = cutRecord(text, at, separator)
    if (cut.cells.length > LIMITS.columns && isTooWide(cut.cells))
      return err('import.too-many-columns', { line, max: LIMITS.columns })
    if (isFilled(cut.cells))
      records.push({ line, text: text.slice(at, cut.end), cells: cut.cells, broken: cut.broken })
    if (records.length > LIMITS.rows) return err('import.too-many-rows', { max: LIMITS.rows })
    if ((cells += cut.cells.length) > LIMITS.cells) return err('import.too-many-cells', { max: LIMITS.cells })
    line += cut.lines
    at = cut.end + 1
  }
  return ok(records)
}

/** Separators without anything between them at the end of a line are no columns. */
const isTooWide = (cells: readonly string[]): boolean =>
  cells.length >= MANY_CELLS || cells.findLastIndex((cell) => cell !== '') >= LIMITS.columns

interface CutRecord {
  readonly cells: string[]
  /** Place of the line end after it. */
  readonly end: number
  readonly lines: number
  readonly broken: boolean
}

function cutRecord(text: string, at: number, separator: string): CutRecord {
  const end = endOfLine(text, at)
  const line = text.slice(at, end)
  if (!line.includes('"')) return { cells: cutPlain(line, separator), end, lines: 1, broken: false }
  return cutQuoted(text, at, separator) ?? { cells: [line], end, lines: 1, broken: true }
}

function cutPlain(line: string, separator: string): string[] {
  const cells = line.split(separator, MANY_CELLS)
  for (let at = 0; at < cells.length; at++) cells[at] = (cells[at] ?? '').trim()
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
    const quoted = close > place ? text.slice(place + 1, close).replaceAll('""', '"') : ''
    cells.push((quoted + text.slice(close > place ? close + 1 : place, end)).trim())
    if (end === lineEnd || cells.length === MANY_CELLS) return { cells, end: lineEnd, lines, broken: false }
    place = end + 1
  }
}

/** The place of the quote that closes the one at `open`; -1 when none does. */
function closingQuote(text: string, open: number): number {
  let close = text.indexOf('"', open + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  return close
}
