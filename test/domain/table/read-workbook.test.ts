import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '#domain/table/read-workbook.ts'
import { writeWorkbook, type SheetCell } from '#domain/table/write-workbook.ts'
import { rawWorkbook, sheetData, textRow, type RawWorkbook } from '#test/fixtures/workbooks/raw-workbook.ts'

async function read(bytes: Uint8Array) {
  const workbook = await readWorkbook(bytes)
  if (!workbook.ok) throw new Error(workbook.error.code)
  return workbook.value.sheets
}
const rowsOf = async (raw: RawWorkbook) => (await read(rawWorkbook(raw)))[0]?.rows
const oneRow = (cells: string): RawWorkbook => ({
  sheets: [{ name: 'A', body: sheetData(`<row r="1">${cells}</row>`) }],
})

describe('readWorkbook', () => {
  it('reads back what writeWorkbook wrote, and equal sheets are equal bytes', async () => {
    const rows: SheetCell[][] = [
      ['Tête', 'b'],
      ['=1+1', 2.5, true, { day: '2025-01-01' }],
      [null, { formula: 'B2*2', value: 5 }, '  @x ', { day: '1930-03-01' }],
    ]
    const sheets = [
      { name: 'Données', rows, headerRows: 1, widths: [10, 20] },
      { name: 'Vide', rows: [] },
    ]
    const bytes = await writeWorkbook(sheets)
    expect(await read(bytes)).toEqual([
      {
        name: 'Données',
        rows: [
          ['Tête', 'b'],
          ['=1+1', 2.5, true, '2025-01-01'],
          ['', 5, '@x', '1930-03-01'],
        ],
      },
      { name: 'Vide', rows: [] },
    ])
    expect(await writeWorkbook(sheets)).toEqual(bytes)
  })

  it('gives back any text and number', async () => {
    const hard = fc.constantFrom('_x0041_', 'a\0b', 'a\r\nb', '_x005F_', '\ufffe', '</t>', ']]>', '&amp;')
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), hard)
    const cell = fc.oneof(
      text.filter(isWritten),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 6 }), async (cells) => {
        const [sheet] = await read(await writeWorkbook([{ name: 'A', rows: [cells] }]))
        expect(sheet?.rows[0]).toEqual(cells.map((one) => (Object.is(one, -0) ? 0 : one)))
      }),
      { numRuns: 50 },
    )
  })

  it('reads dates, times and moments as text', async () => {
    const cells = '<c s="1"><v>45658</v></c><c s="2"><v>0.3819444444</v></c><c s="3"><v>45658.75</v></c>'
    expect(await rowsOf(oneRow(cells))).toEqual([['2025-01-01', '09:10', '2025-01-01T18:00']])
  })

  it('reads a formula, shared or not, as the value last shown, and a failed one as its error', async () => {
    const cells =
      '<c><f>1+1</f><v>2</v></c><c><f t="shared" ref="B1:C1" si="0">A1*2</f><v>4</v></c>' +
      '<c><f t="shared" si="0"/><v>8</v></c><c t="str"><f>"a"</f><v>a</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
      '<c><f>NOW()</f></c>'
    expect(await rowsOf(oneRow(cells))).toEqual([[2, 4, 8, 'a', '#DIV/0!']])
  })

  it('reads shared, rich and inline texts', async () => {
    const texts =
      '<si><t xml:space="preserve"> Léa </t></si><si><r><t>Mo</t></r><r><rPr><b/></rPr><t>na</t></r></si>'
    const cells =
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>Zoé &amp; c°</t></is></c>'
    expect(await rowsOf({ ...oneRow(cells), texts })).toEqual([['Léa', 'Mona', 'Zoé & c°']])
  })

  it('puts cells where their reference says, and keeps the first cell of merged ones', async () => {
    const row = '<row r="3"><c r="B3" t="inlineStr"><is><t>x</t></is></c><c r="D3"><v>1</v></c></row>'
    const body = `${sheetData(row)}<mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>`
    expect(await rowsOf({ sheets: [{ name: 'A', body }] })).toEqual([[], [], ['', 'x', '', 1]])
  })

  it('passes over hidden sheets', async () => {
    const body = sheetData(textRow(['a'], 1))
    const sheets = [
      { name: 'Caché', body, state: 'hidden' as const },
      { name: 'Vu', body },
      { name: 'Très caché', body, state: 'veryHidden' as const },
    ]
    expect((await read(rawWorkbook({ sheets }))).map(({ name }) => name)).toEqual(['Vu'])
  })

  it('does not open macros, external links or anything else than sheets', async () => {
    const broken = '<not XML'
    const more = {
      'xl/vbaProject.bin': broken,
      'xl/externalLinks/externalLink1.xml': broken,
      'xl/drawings/drawing1.xml': broken,
      'xl/theme/theme1.xml': broken,
      'customXml/item1.xml': broken,
    }
    expect(await rowsOf({ ...oneRow('<c><v>1</v></c>'), more })).toEqual([[1]])
  })
})

/** Halves of a pair have no place in a file; outer spaces are not kept. */
const isWritten = (text: string): boolean => text !== '' && text.trim() === text && text.isWellFormed()
