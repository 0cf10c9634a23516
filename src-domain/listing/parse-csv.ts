/** One record of a file: the line it starts on (from 1), its text as it stood, its cells without outer spaces. */
export interface CsvRecord {
  readonly line: number
  readonly text: string
  readonly cells: string[]
  /** True when a quote is opened and never closed: the cells are not to be trusted. */
  readonly broken: boolean
}

export interface CsvTable {
  readonly separator: string
  readonly header: CsvRecord
  /** Records after the header, empty lines left out. */
  readonly records: CsvRecord[]
  /** Lines left out because they start with TOTAL. */
  readonly totalLines: number[]
}

const SEPARATORS = [';', '\t', ','] as const
/** A quote still open after so many lines was a slip, not a long cell. */
const LONGEST_CELL_IN_LINES = 50

/**
 * Cuts a text into records (RFC 4180): line ends CRLF, LF or CR, quotes doubled inside quotes, `sep=` honoured,
 * the separator otherwise voted by the header line among `;`, tab and `,` (`domain.md` §G.5).
 * @param text a text with at least one line that is not empty
 */
export function parseCsv(text: string): CsvTable {
  const lines = text.split(/\r\n|\n|\r/)
  const first = lines.findIndex((line) => line.trim() !== '')
  const told = /^"?sep=(.)"?[;,\t ]*$/i.exec(lines[first] ?? '')?.[1]
  const start = told === undefined ? first : first + 1
  const separator = told ?? voteSeparator(lines[start] ?? '')
  const records = readRecords(lines, start, separator)
  const [header = emptyRecord(start + 1), ...body] = records
  const filled = body.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const isTotal = ({ cells }: CsvRecord): boolean => /^total/i.test(cells[0] ?? '')
  return {
    separator,
    header,
    records: filled.filter((record) => !isTotal(record)),
    totalLines: filled.filter(isTotal).map(({ line }) => line),
  }
}

const emptyRecord = (line: number): CsvRecord => ({ line, text: '', cells: [], broken: false })

function voteSeparator(header: string): string {
  const votes = SEPARATORS.map((separator) => cutLine(header, separator)?.length ?? 1)
  return SEPARATORS[votes.indexOf(Math.max(...votes))] ?? ';'
}

function readRecords(lines: readonly string[], start: number, separator: string): CsvRecord[] {
  const records: CsvRecord[] = []
  for (let at = start; at < lines.length;) {
    const { record, next } = readRecord(lines, at, separator)
    records.push(record)
    at = next
  }
  return records
}

function readRecord(
  lines: readonly string[],
  at: number,
  separator: string,
): { record: CsvRecord; next: number } {
  const line = at + 1
  const limit = Math.min(lines.length, at + LONGEST_CELL_IN_LINES)
  let text = lines[at] ?? ''
  for (let next = at + 1; next <= limit; next++) {
    const cells = cutLine(text, separator)
    if (cells) return { record: { line, text, cells, broken: false }, next }
    text += `\n${lines[next] ?? ''}`
  }
  const alone = lines[at] ?? ''
  return { record: { line, text: alone, cells: [alone], broken: true }, next: at + 1 }
}

/** The cells of one record, or null when a quote is still open at its end. */
function cutLine(text: string, separator: string): string[] | null {
  if (!text.includes('"')) return text.split(separator).map((cell) => cell.trim())
  const cells: string[] = []
  for (let at = 0; at <= text.length;) {
    const cell = cutCell(text, at, separator)
    if (!cell) return null
    cells.push(cell.value.trim())
    at = cell.end + 1
  }
  return cells
}

function cutCell(text: string, at: number, separator: string): { value: string; end: number } | null {
  const endFrom = (from: number): number => {
    const end = text.indexOf(separator, from)
    return end < 0 ? text.length : end
  }
  if (text[at] !== '"') return { value: text.slice(at, endFrom(at)), end: endFrom(at) }
  let close = text.indexOf('"', at + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return null
  const end = endFrom(close + 1)
  const quoted = text.slice(at + 1, close).replaceAll('""', '"')
  return { value: quoted + text.slice(close + 1, end), end }
}
