import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConventionFile } from '#domain/convention/parse-convention-file.ts'
import { parseConvention, type ParsedConvention } from '#domain/convention/parse-convention.ts'
import { conventionToWorkbook } from '#domain/convention/workbook/to-workbook.ts'
import type { Result } from '#domain/result.ts'
import { readWorkbook } from '#domain/table/read-workbook.ts'
import type { TableCell } from '#domain/table/table.ts'
import { writeWorkbook } from '#domain/table/write-workbook.ts'
import { fullConvention } from '#test/fixtures/conventions/full-convention.ts'
import fr from '#resources/locales/fr/import.json' with { type: 'json' }

interface Sheet {
  name: string
  rows: TableCell[][]
}

/** The sheets of the form of a whole convention, to be damaged. */
async function sheetsOf(language: 'fr' | 'nl' = 'fr'): Promise<Sheet[]> {
  const read = await readWorkbook(await conventionToWorkbook(fullConvention(), language))
  if (!read.ok) throw new Error(read.error.code)
  return read.value.sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }))
}
const parse = async (sheets: readonly Sheet[]): Promise<Result<ParsedConvention>> =>
  await parseConventionFile(await writeWorkbook(sheets), 'form.xlsx')

const named = (sheets: readonly Sheet[], name: string): Sheet => {
  const found = sheets.find((sheet) => sheet.name === name)
  if (!found) throw new Error(`no sheet ${name}`)
  return found
}
/** Writes into a cell as a person names it: `put(sheets, 'Sites!D2', '108')`. */
function put(sheets: readonly Sheet[], place: string, cell: TableCell): void {
  const [, sheet = '', letter = '', line = ''] = /^(.+)!([A-Z])(\d+)$/.exec(place) ?? []
  const { rows } = named(sheets, sheet)
  const row = (rows[Number(line) - 1] ??= [])
  const at = letter.charCodeAt(0) - 65
  while (row.length < at) row.push('')
  row[at] = cell
}

type Damage = (sheets: Sheet[]) => unknown
const into =
  (place: string, cell: TableCell): Damage =>
  (sheets) =>
    put(sheets, place, cell)

describe('a form with a mistake', () => {
  it.each<[code: string, details: object, damage: Damage]>([
    ['cell-missing', { path: 'Sites!A2' }, into('Sites!A2', '')],
    ['cell-missing', { path: 'Indicateurs!F2' }, into('Indicateurs!F2', '')],
    ['cell-missing', { path: 'Clauses!A3' }, into('Clauses!A3', '')],
    ['cell-date', { path: 'Avenants!B2' }, into('Avenants!B2', '31/02/2025')],
    ['cell-number', { path: 'Indicateurs!F2' }, into('Indicateurs!F2', 'cent')],
    ['cell-number', { path: 'Coûts unitaires!E2' }, into('Coûts unitaires!E2', 12.345)],
    ['cell-boolean', { path: 'Financement!B3' }, into('Financement!B3', 'peut-être')],
    [
      'cell-choice',
      { path: 'Financement!B2', allowed: 'Forfait salarial | Coût unitaire | Coûts réels' },
      into('Financement!B2', 'FORFAIT'),
    ],
    ['owner-unknown', { path: 'Recommandations!A2' }, into('Recommandations!A2', 'RI/AUTRE')],
    ['shape', { path: 'Sites!D2' }, into('Sites!D2', '108')],
    ['iban-check', { path: 'Partenaire!B5' }, into('Partenaire!B5', 'BE54310100270000')],
    ['control-period', { path: 'Convention!B15' }, into('Convention!B16', '31/12/2031')],
    ['overlap', { path: 'Limites convenues!A3' }, into('Limites convenues!A3', '2025-01-01')],
    ['point-unknown', { path: 'Clauses!E2' }, into('Clauses!E2', 'DUR-1, XYZ-1')],
    ['clause-unknown', { path: 'Avenants!H2' }, into('Avenants!H2', '8.1; 99')],
    ['no-amounts', { path: 'Coûts unitaires' }, (sheets) => named(sheets, 'Coûts unitaires').rows.splice(1)],
    ['shape', { path: 'Limites convenues' }, (sheets) => named(sheets, 'Limites convenues').rows.splice(1)],
    [
      'shape',
      { path: 'Sections' },
      (sheets) => ['Sections', 'Clauses'].map((name) => named(sheets, name).rows.splice(13, 1)),
    ],
    [
      'sheet-missing',
      { sheet: 'Sites / Vestigingen' },
      (sheets) => sheets.splice(sheets.indexOf(named(sheets, 'Sites')), 1),
    ],
    ['sheet-twice', { sheet: 'Vestigingen' }, (sheets) => sheets.push({ name: 'Vestigingen', rows: [] })],
    ['column-missing', { sheet: 'Sites', column: 'Code postal / Postcode' }, into('Sites!D1', '')],
    ['column-unknown', { sheet: 'Sites', column: 'Code postale' }, into('Sites!D1', 'Code postale')],
    ['column-twice', { sheet: 'Sites', column: 'Code postal / Postcode' }, into('Sites!H1', 'Postcode')],
    [
      'no-form',
      { fileName: 'form.xlsx' },
      (sheets) => sheets.splice(0, sheets.length, { name: 'A', rows: [['x']] }),
    ],
  ])('is told convention-%s at %o', async (code, details, damage) => {
    const sheets = await sheetsOf()
    damage(sheets)
    const parsed = await parse(sheets)
    const told = parsed.ok ? [] : (parsed.error.others ?? [parsed.error])
    expect(told[0]).toMatchObject({ code: `import.convention-${code}`, details })
    expect(Object.keys(fr.errors)).toContain(`convention-${code}`)
  })

  it('is told all its mistakes at once, each with its cell', async () => {
    const sheets = await sheetsOf()
    for (const place of ['Avenants!B2', 'Avenants!A2', 'Indicateurs!F2', 'Financement!B2'])
      put(sheets, place, 'x')
    put(sheets, 'Partenaire!B4', '0239843187')
    put(sheets, 'Partenaire!B5', 'BE68 5390 0754 703')
    put(sheets, 'Limites convenues!J2', 80)
    put(sheets, 'Sites!D1', '')
    const parsed = await parse(sheets)
    const told = parsed.ok ? [] : (parsed.error.others ?? [])
    expect(
      told.map(({ code, details }) => [code.replace('import.convention-', ''), details?.['path']]),
    ).toEqual([
      ['column-missing', undefined],
      ['cell-number', 'Avenants!A2'],
      ['cell-date', 'Avenants!B2'],
      ['cell-choice', 'Financement!B2'],
      ['cell-number', 'Indicateurs!F2'],
      ['iban-length', 'Partenaire!B5'],
      ['share', 'Limites convenues!J2'],
      ['enterprise-check', 'Partenaire!B4'],
    ])
  })
})

describe('a form as people fill it in', () => {
  it('is read with columns in another order, a title in the other language, and sheets of their own', async () => {
    const sheets = await sheetsOf('nl')
    const sites = named(sheets, 'Vestigingen')
    sites.name = 'SITES'
    for (const row of sites.rows) row.reverse()
    sheets.push({ name: 'Nota’s', rows: [['eigen nota']] })
    expect(await parse(sheets.reverse())).toMatchObject({
      ok: true,
      value: { convention: { sites: fullConvention().sites } },
    })
  })

  it('is read with dates, amounts and numbers as text', async () => {
    const sheets = await sheetsOf()
    put(sheets, 'Convention!B13', '1/1/2025')
    put(sheets, 'Coûts unitaires!E2', '1.150,00 €')
    put(sheets, 'Plafonds, ETP, taux FSE+!D2', '40 %')
    put(sheets, 'Financement!B3', 'x')
    put(sheets, 'Partenaire!B4', 'BE 1999.990.144')
    put(sheets, 'Partenaire!B5', 'BE68 5390 0754 7034')
    put(sheets, 'Sites!D2', 1080)
    const parsed = await parse(sheets)
    expect(parsed.ok ? parsed.value.convention : parsed.error).toEqual(fullConvention())
  })

  it('is read as no call when the sheet of the call is left empty', async () => {
    const sheets = await sheetsOf()
    for (const row of named(sheets, 'Appel à projets').rows.slice(1)) row.splice(1)
    expect(await parse(sheets)).toMatchObject({ ok: true, value: { convention: { call: null } } })
  })
})

const cell = fc.oneof(
  fc.constant(''),
  fc.string({ maxLength: 12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constantFrom('2025-02-30', '1e5', '12,5', 'DUR', 'Oui', '=1+1', '_x0000_', 'constructor', '__proto__'),
)

describe('a form damaged at random', () => {
  it('gives a convention that holds, or a message; never a crash', async () => {
    const whole = await sheetsOf()
    const damage = fc.record({ sheet: fc.nat(), row: fc.nat(14), column: fc.nat(9), cell })
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const sheets = structuredClone(whole)
        for (const { sheet, row, column, cell: value } of damages) {
          const at = sheets[sheet % sheets.length]?.rows ?? []
          const cells = (at[row % (at.length || 1)] ??= [])
          while (cells.length < column) cells.push('')
          cells[column] = value
        }
        const parsed = await parse(sheets)
        if (parsed.ok) expect(parseConvention(JSON.stringify(parsed.value.convention)).ok).toBe(true)
        else expect(parsed.error.code).toMatch(/^import\.convention-/)
      }),
      { numRuns: 60 },
    )
  })
})
