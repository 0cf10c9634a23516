import { wordsOfColumn } from '#domain/convention/workbook/choice-sheet.ts'
import { YES_NO } from '#domain/convention/workbook/choice-words.ts'
import { FORM, type CellKind, type FormColumn } from '#domain/convention/workbook/columns.ts'
import type { Sheet } from '#domain/table/write-workbook.ts'

/** The name of the sheet that explains the others. */
export const GUIDE = { fr: 'Mode d’emploi', nl: 'Leeswijzer' } as const

const HEADERS = {
  fr: ['Feuille', 'Donnée', 'Ce qui s’écrit', 'Peut rester vide'],
  nl: ['Blad', 'Gegeven', 'Wat erin komt', 'Mag leeg blijven'],
} as const
const WIDTHS = [30, 44, 70, 18]

/** What goes into a cell; what may be chosen is listed instead. */
const KINDS: Readonly<
  Record<Exclude<CellKind, 'choice' | 'boolean'>, { readonly fr: string; readonly nl: string }>
> = {
  text: { fr: 'Texte', nl: 'Tekst' },
  codes: { fr: 'Codes séparés par une virgule', nl: 'Codes, gescheiden door een komma' },
  day: { fr: 'Date, jj/mm/aaaa', nl: 'Datum, dd/mm/jjjj' },
  integer: { fr: 'Nombre entier', nl: 'Geheel getal' },
  number: { fr: 'Nombre', nl: 'Getal' },
  share: { fr: 'Nombre de 0 à 1, ou pourcentage', nl: 'Getal van 0 tot 1, of percentage' },
  money: { fr: 'Montant en euros', nl: 'Bedrag in euro' },
  enterpriseNo: { fr: 'N° d’entreprise, dix chiffres', nl: 'Ondernemingsnummer, tien cijfers' },
  iban: { fr: 'IBAN belge', nl: 'Belgische IBAN' },
}

/** The first sheet of the workbook: what each cell of the others wants. It is not read. */
export function guideSheet(language: 'fr' | 'nl'): Sheet {
  const rows = FORM.flatMap(({ part, columns }) =>
    columns.map((column) => [
      part.sheet[language],
      column.header[language],
      whatGoesIn(column, language),
      YES_NO[language][column.required ? 1 : 0],
    ]),
  )
  return { name: GUIDE[language], headerRows: 1, widths: WIDTHS, rows: [HEADERS[language], ...rows] }
}

const whatGoesIn = (column: FormColumn, language: 'fr' | 'nl'): string =>
  column.kind === 'choice' || column.kind === 'boolean'
    ? wordsOfColumn(column, language).join(' | ')
    : KINDS[column.kind][language]
