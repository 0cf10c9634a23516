import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { parseConventionFile } from '#domain/convention/parse-convention-file.ts'
import { readCell } from '#domain/convention/workbook/cells.ts'
import { wordsOfColumn } from '#domain/convention/workbook/choice-sheet.ts'
import { FORM, type FormColumn } from '#domain/convention/workbook/columns.ts'
import { conventionToWorkbook } from '#domain/convention/workbook/to-workbook.ts'
import { readWorkbook } from '#domain/table/read-workbook.ts'
import { writeWorkbook, type Sheet } from '#domain/table/write-workbook.ts'
import { fullConvention } from '#test/fixtures/conventions/full-convention.ts'

const CHOSEN: [string, FormColumn][] = FORM.flatMap(({ part, columns }) =>
  columns
    .filter(({ kind }) => kind === 'choice' || kind === 'boolean')
    .map((column): [string, FormColumn] => [`${part.sheet.fr}: ${column.header.fr}`, column]),
)

/** The form of a whole convention, each text changed. */
async function rewritten(language: 'fr' | 'nl', change: (text: string) => string): Promise<unknown> {
  const read = await readWorkbook(await conventionToWorkbook(fullConvention(), language))
  if (!read.ok) throw new Error(read.error.code)
  const sheets: Sheet[] = read.value.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? change(cell) : cell))),
  }))
  const parsed = await parseConventionFile(await writeWorkbook(sheets), 'form.xlsx')
  return parsed.ok ? parsed.value.convention : parsed.error
}

describe('a choice of the workbook form', () => {
  it.each(CHOSEN)('%s is read by its codes and by its words in three languages', (_, column) => {
    for (const { code, words } of column.choices)
      for (const text of [code, code.toLowerCase(), ...Object.values(words), ` ${words.fr.toUpperCase()} `])
        expect(readCell(column, text)).toEqual({ value: code })
    if (column.kind === 'boolean')
      for (const [text, value] of [
        ['Oui', true],
        ['nee', false],
        ['Yes', true],
      ] as const)
        expect(readCell(column, text)).toEqual({ value })
    expect(readCell(column, 'peut-être')).toHaveProperty('fault')
  })

  it.each(['fr', 'nl'] as const)(
    'is a drop-down list of the words of the language of the form (%s)',
    async (language) => {
      const { sheets } = await readXlsx(await conventionToWorkbook(fullConvention(), language))
      const choices = sheets.at(-1)
      for (const { part, columns } of FORM) {
        const sheet = sheets.find(({ name }) => name === part.sheet[language])
        for (const [at, column] of columns.entries()) {
          if (column.kind !== 'choice' && column.kind !== 'boolean') continue
          const first = part.list === undefined ? `B${at + 2}` : `${String.fromCharCode(65 + at)}2`
          const list = sheet?.dataValidations?.find(({ range }) => range.split(':')[0] === first)
          const [, name, letters = '', last] =
            /^(\w+)!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)$/.exec(list?.formula1 ?? '') ?? []
          const place =
            Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
          expect(name).toBe(choices?.name)
          const offered = choices?.rows.slice(1, Number(last)).map((row) => row[place])
          expect(offered).toEqual(wordsOfColumn(column, language))
        }
      }
    },
  )

  it('is written in words of the language of the form, in each language others', async () => {
    const textsOf = async (language: 'fr' | 'nl'): Promise<string> =>
      JSON.stringify(
        (await readXlsx(await conventionToWorkbook(fullConvention(), language))).sheets
          .slice(1, -1)
          .map(({ rows }) => rows),
      )
    expect(await textsOf('fr')).toContain('Coût unitaire')
    expect(await textsOf('nl')).toContain('Eenheidskost')
    expect(await textsOf('fr')).not.toContain('UNIT_COST')
  })

  it('may stand in the other language, in English or as a code anywhere in the form', async () => {
    const whole = await rewritten('fr', (text) => text)
    const titles = fullConvention().sections.map(({ title }) => title.fr)
    const words = CHOSEN.flatMap(([, { choices }]) => choices)
    for (const of of ['nl', 'en', 'code'] as const) {
      const other = await rewritten('fr', (text) => {
        const choice = words.find((one) => one.words.fr === text && !titles.includes(text))
        return choice ? (of === 'code' ? choice.code : choice.words[of]) : text
      })
      expect(other).toEqual(whole)
    }
  })
})
