/**
 * A cell as a file holds it: '' when empty. Numbers and booleans come from workbooks only; a date of a workbook is
 * `yyyy-mm-dd` or `yyyy-mm-ddTHH:mm`, a time `HH:mm`, a duration `36:30`, each with `:ss` when it has seconds.
 */
export type TableCell = string | number | boolean

/** One record of a file: the line it starts on (from 1), its text as it stood, its cells without outer spaces. */
export interface TableRecord {
  readonly line: number
  readonly text: string
  readonly cells: readonly TableCell[]
  /** True when a quote is opened and never closed: the cells are not to be trusted. */
  readonly broken: boolean
}

/** What a file holds, whatever its kind: a header and records. */
export interface Table {
  /** What parts the cells; '' in a workbook. */
  readonly separator: string
  /** The sheet that was read; null in a text file. */
  readonly sheet: string | null
  readonly header: TableRecord
  /** Records after the header, empty ones left out. */
  readonly records: readonly TableRecord[]
  /** Lines left out because they start with TOTAL. */
  readonly totalLines: readonly number[]
}

/** A cell as text; in a workbook a number keeps its point, whatever the language. */
export const textOf = (cell: TableCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : String(cell)

const mayBeSpace = (code: number): boolean => code <= 32 || code >= 160

/** A text without outer spaces; most have none, and are given back as they are. */
export function withoutSpaces(text: string): string {
  const hasSpace = mayBeSpace(text.charCodeAt(0)) || mayBeSpace(text.charCodeAt(text.length - 1))
  return hasSpace ? text.trim() : text
}

export const isFilled = (cells: readonly TableCell[]): boolean => cells.some((cell) => cell !== '')

/** `TOTAL`, `Totaal`, `Sous-total` first in a line: a sum under the data, not a row of it. */
const TOTAL = /^[^\p{L}\p{N}]*(?:sous-?|sub)?tota(?:l|al|ux)(?![\w-])/iu

/** A record of a text is not cut for it, one of a sheet not put together. */
const isTotal = (record: TableRecord, sheet: string | null): boolean =>
  TOTAL.test(sheet === null ? record.text : textOf(record.cells.find((cell) => cell !== '')))

/** Where the header of a file is: which of its records, and how many lines it has. */
export interface HeaderPlace {
  readonly at: number
  /** Two when a second language stands below the first. */
  readonly height: 1 | 2
}

/** The header as one record: what stands in two lines is put together, as in a cell of two lines. */
export function headerOf(records: readonly TableRecord[], { at, height }: HeaderPlace): TableRecord {
  const [first = { line: 1, text: '', cells: [], broken: false }, second] = records.slice(at, at + height)
  if (!second) return first
  const width = Math.max(first.cells.length, second.cells.length)
  const cells = Array.from({ length: width }, (_, place) =>
    [first, second]
      .map((record) => textOf(record.cells[place]))
      .filter((text) => text !== '')
      .join('\n'),
  )
  return { ...first, cells }
}

/**
 * Sets the header and the records of a file apart; what stands above the header is left out.
 * @param records the records of the file that hold anything
 */
export function tableOf(
  records: readonly TableRecord[],
  place: HeaderPlace,
  source: Pick<Table, 'separator' | 'sheet'>,
): Table {
  const header = headerOf(records, place)
  const body: TableRecord[] = []
  const totalLines: number[] = []
  for (const record of records.slice(place.at + place.height))
    if (isTotal(record, source.sheet)) totalLines.push(record.line)
    else body.push(record)
  return { ...source, header, records: body, totalLines }
}
