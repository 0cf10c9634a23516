import { YES_NO } from '#domain/convention/workbook/choice-words.ts'
import { FORM, type FormColumn, type FormSheet } from '#domain/convention/workbook/columns.ts'
import { columnName } from '#domain/convention/workbook/form-place.ts'
import type { DropDown, Sheet } from '#domain/table/write-workbook.ts'

/** The name of the sheet with the words that the drop-down lists of the others offer. It is not read. */
const CHOICES = { fr: 'Choix', nl: 'Keuzes' } as const
const WIDTH = 40
/** Rows of a list that have drop-downs; a convention has far fewer. */
const LAST_ROW = 1000

const isChosen = ({ kind }: FormColumn): boolean => kind === 'choice' || kind === 'boolean'

/** Every column with words to choose from, in the order of the form. */
const CHOSEN = FORM.flatMap(({ columns }) => columns.filter(isChosen))

/** What a column lets choose, in the language of the form. */
export const wordsOfColumn = ({ kind, choices }: FormColumn, language: 'fr' | 'nl'): readonly string[] =>
  kind === 'boolean' ? YES_NO[language] : choices.map(({ words }) => words[language])

/** The last sheet of the form: a column of words for each drop-down list. */
export function choiceSheet(language: 'fr' | 'nl'): Sheet {
  const lists = CHOSEN.map((column) => wordsOfColumn(column, language))
  const longest = Math.max(...lists.map(({ length }) => length))
  const rows = Array.from({ length: longest }, (_, at) => lists.map((words) => words[at] ?? null))
  return {
    name: CHOICES[language],
    headerRows: 1,
    widths: CHOSEN.map(() => WIDTH),
    rows: [CHOSEN.map(({ header }) => header[language]), ...rows],
  }
}

/** The drop-down lists of a sheet of the form. */
export const dropDownsOf = ({ part, columns }: FormSheet, language: 'fr' | 'nl'): DropDown[] =>
  columns.flatMap((column, at) => {
    const place = CHOSEN.indexOf(column)
    if (place < 0) return []
    const letter = columnName(place)
    const source = `${CHOICES[language]}!$${letter}$2:$${letter}$${wordsOfColumn(column, language).length + 1}`
    const own = columnName(at)
    return [{ range: part.list === undefined ? `B${at + 2}` : `${own}2:${own}${LAST_ROW}`, source }]
  })
