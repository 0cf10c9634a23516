import type { Convention } from '#domain/convention/convention.ts'
import { writeCell } from '#domain/convention/workbook/cells.ts'
import { FORM, OWNER, type FormColumn, type FormSheet } from '#domain/convention/workbook/columns.ts'
import { choiceSheet, dropDownsOf } from '#domain/convention/workbook/choice-sheet.ts'
import { guideSheet } from '#domain/convention/workbook/guide-sheet.ts'
import { valueAt } from '#domain/convention/workbook/places.ts'
import { writeWorkbook, type Sheet, type SheetCell } from '#domain/table/write-workbook.ts'

type Language = 'fr' | 'nl'

/** Widths of the columns, in characters. */
const WIDTH = { text: 40, other: 18, label: 48, value: 60 }
const RECORD_HEADER = { fr: ['Donnée', 'Valeur'], nl: ['Gegeven', 'Waarde'] } as const

/**
 * The workbook form of a convention: one sheet a part, headers in one language; `conventionFromWorkbook` reads it again
 * to the same convention. Equal conventions give equal bytes.
 */
export const conventionToWorkbook = (
  convention: Convention,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> => formToWorkbook(convention, language)

/** The workbook form of what is known of a convention so far: all other cells are left empty. */
export async function formToWorkbook(known: object, language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = FORM.map((sheet) => toSheet(sheet, known, language))
  return await writeWorkbook([guideSheet(language), ...sheets, choiceSheet(language)])
}

function toSheet(form: FormSheet, known: object, language: Language): Sheet {
  const { part, columns } = form
  const name = part.sheet[language]
  const dropDowns = dropDownsOf(form, language)
  const cellOf = (column: FormColumn, entry: unknown): SheetCell =>
    writeCell(column, valueAt(entry, column.path), language)
  if (part.list === undefined) {
    const rows = columns.map((column) => [column.header[language], cellOf(column, known)])
    return {
      name,
      dropDowns,
      headerRows: 1,
      widths: [WIDTH.label, WIDTH.value],
      rows: [RECORD_HEADER[language], ...rows],
    }
  }
  const rows = entriesOf(part.list, part.owner?.key, known).map(({ entry, owner }) =>
    columns.map((column) => (column.path === OWNER ? owner : cellOf(column, entry))),
  )
  const widths = columns.map(({ kind }) => (kind === 'text' ? WIDTH.text : WIDTH.other))
  return {
    name,
    dropDowns,
    headerRows: 1,
    widths,
    rows: [columns.map(({ header }) => header[language]), ...rows],
  }
}

interface Entry {
  readonly entry: unknown
  /** What its owner is told by. */
  readonly owner: string
}

/** The entries of a list, those of `owners/∗/list` with what their owner is told by. */
function entriesOf(list: string, ownerKey: string | undefined, known: object): Entry[] {
  const [owners = '', inner] = list.split('/*/')
  const all = listAt(known, owners)
  if (inner === undefined || ownerKey === undefined) return all.map((entry) => ({ entry, owner: '' }))
  return all.flatMap((owner) =>
    listAt(owner, inner).map((entry) => ({ entry, owner: String(valueAt(owner, ownerKey)) })),
  )
}

function listAt(value: unknown, path: string): unknown[] {
  const list = valueAt(value, path)
  return Array.isArray(list) ? (list as unknown[]) : []
}
