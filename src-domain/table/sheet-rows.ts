import { createXmlReader, type Attributes, type XmlHandler } from '#domain/table/read-xml.ts'
import { decodeEscapes } from '#domain/table/shared-texts.ts'
import { withoutSpaces, type TableCell } from '#domain/table/table.ts'
import { WorkbookFault } from '#domain/table/workbook-fault.ts'
import {
  durationText,
  isoMomentText,
  momentText,
  type Epoch,
  type NumberKind,
} from '#domain/table/workbook-moment.ts'

/** A row of a sheet that holds anything: its number as the program shows it (from 1), its cells up to the last filled. */
export interface SheetRow {
  readonly line: number
  readonly cells: TableCell[]
}

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly texts: readonly string[]
  /** What the format of each cell style makes of a number. */
  readonly formats: readonly NumberKind[]
  readonly epoch: Epoch
}

const HIGHEST_ROW = 1_048_576
const WIDEST = 16_384

/** Reads the rows of a sheet as its bytes come; formulas come as the value last shown. Throws on a damaged sheet. */
export async function* readSheetRows(
  part: AsyncIterable<Uint8Array>,
  context: CellContext,
): AsyncGenerator<SheetRow, void, undefined> {
  const rows = new RowReader(createCellReader(context))
  const reader = createXmlReader(rows)
  for await (const chunk of part) {
    reader.write(chunk)
    yield* rows.take()
  }
  reader.end()
  yield* rows.take()
}

type CellReader = (text: string, type: string, style: string) => TableCell

/** Puts the rows of a sheet together from its elements. */
class RowReader implements XmlHandler {
  readonly #read: CellReader
  #rows: SheetRow[] = []
  #isData = false
  #line = 0
  #cells: TableCell[] = []
  #column = -1
  #type = ''
  #style = ''
  #text = ''
  /** Whether texts now are of the value of a cell: not of its formula, nor of how it is pronounced. */
  #isValue = false
  #isSound = false

  constructor(read: CellReader) {
    this.#read = read
  }

  /** The rows that ended since it was last asked. */
  take(): SheetRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'sheetData') this.#isData = true
    else if (!this.#isData) return
    else if (name === 'c') this.#openCell(attributes)
    else if (name === 'v') this.#isValue = this.#type !== 'inlineStr'
    else if (name === 't') this.#isValue = !this.#isSound
    else if (name === 'row') this.#openRow(attributes)
    else if (name === 'rPh') this.#isSound = true
  }

  readonly text = (text: string): void => {
    if (this.#isValue) this.#text += text
  }

  readonly close = (name: string): void => {
    if (!this.#isData) return
    if (name === 'v' || name === 't') this.#isValue = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'row') this.#closeRow()
    else if (name === 'rPh') this.#isSound = false
    else if (name === 'sheetData') this.#isData = false
  }

  #openRow({ r }: Attributes): void {
    this.#line = r === undefined ? this.#line + 1 : Number(r)
    if (!(this.#line >= 1 && this.#line <= HIGHEST_ROW)) throw new WorkbookFault('import.workbook-damaged')
    this.#cells = []
    this.#column = -1
  }

  #openCell({ r, t = '', s = '' }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r)
    if (!(this.#column >= 0 && this.#column < WIDEST)) throw new WorkbookFault('import.workbook-damaged')
    this.#type = t
    this.#style = s
    this.#text = ''
  }

  #closeCell(): void {
    const cell = this.#text === '' ? '' : this.#read(this.#text, this.#type, this.#style)
    if (cell === '') return
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = cell
  }

  #closeRow(): void {
    if (this.#cells.length > 0) this.#rows.push({ line: this.#line, cells: this.#cells })
  }
}

/** The column (from 0) of a reference: `AB12` is 27; -1 without letters. */
function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) & 0x5f) - 0x40
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

/** Makes what reads one cell that has a value; it remembers the moments it wrote. */
function createCellReader({ texts, formats, epoch }: CellContext): CellReader {
  const known = new Map<number, TableCell>()
  const momentOf = (serial: number): TableCell => {
    const cell = known.get(serial) ?? momentText(serial, epoch) ?? serial
    known.set(serial, cell)
    return cell
  }
  const readNumber = (text: string, style: string): TableCell => {
    const number = Number(text)
    if (!Number.isFinite(number)) return withoutSpaces(text)
    const kind = formats[style === '' ? 0 : Number(style)]
    return kind === 'MOMENT' ? momentOf(number) : kind === 'DURATION' ? durationText(number) : number
  }
  const sharedText = (place: string): string => {
    const text = texts[Number(place)]
    if (text === undefined) throw new WorkbookFault('import.workbook-damaged')
    return text
  }
  return (text, type, style) => {
    switch (type) {
      case 's':
        return withoutSpaces(sharedText(text))
      case 'str':
      case 'inlineStr':
        return withoutSpaces(decodeEscapes(text))
      case 'b':
        return text === '1' || text.toLowerCase() === 'true'
      case 'd':
        return isoMomentText(withoutSpaces(text))
      case 'e':
        return text
      default:
        return readNumber(text, style)
    }
  }
}
