import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '#domain/table/read-workbook.ts'
import { rawWorkbook, sheetData, type RawWorkbook } from '#test/fixtures/workbooks/raw-workbook.ts'
import { partsOf, unzip, zip } from '#test/fixtures/workbooks/zip.ts'

const WRITTEN = 'test/fixtures/workbooks/written'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

async function rowsOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes)
  return read.ok ? read.value.sheets[0]?.rows : read.error.code
}
const rowOf = async (cells: string, more: Omit<RawWorkbook, 'sheets'> = {}) =>
  rowsOf(rawWorkbook({ sheets: [{ name: 'A', body: sheetData(`<row r="1">${cells}</row>`) }], ...more }))
const TEXTS = '<si><t>premier</t></si><si><t>second</t></si>'

describe('a workbook', () => {
  it.each(readdirSync(WRITTEN))('written by another program is read as it shows it: %s', async (file) => {
    expect(await rowsOf(new Uint8Array(readFileSync(`${WRITTEN}/${file}`)))).toEqual([
      ['texte', 'vide', 'nombre', 'jour', 'moment', 'heure', 'durée', 'oui'],
      ['Élise & Zoé', '', -1234.56, '2025-01-01', '2025-12-31T23:59:59', '09:10', '36:30', true],
      ['a\nb', '', 0.1, '1930-03-01', '2025-06-30T18:00', '23:59:59', '00:45', false],
    ])
  })

  it('has nothing in a text cell without a text', async () => {
    const cells = '<c t="s"/><c t="s"><v/></c><c t="s"><v></v></c><c t="b"/><c t="s"><v>1</v></c>'
    expect(await rowOf(cells, { texts: TEXTS })).toEqual([['', '', '', '', 'second']])
  })

  it('that refers to a text it does not have is damaged, not empty', async () => {
    expect(await rowOf('<c t="s"><v>2</v></c>', { texts: TEXTS })).toBe('import.workbook-damaged')
    expect(await rowOf('<c t="s"><v>x</v></c>', { texts: TEXTS })).toBe('import.workbook-damaged')
  })

  it('keeps the last second of a day in that day', async () => {
    const serials = ['46022.999988426', '46022.9999999', '46022.999999999999', '0.99999999999']
    const cells = serials.map((serial) => `<c s="3"><v>${serial}</v></c>`).join('')
    const expected = ['2025-12-31T23:59:59', '2025-12-31T23:59:59', '2026-01-01', '23:59:59']
    expect(await rowOf(cells)).toEqual([expected])
  })

  it('of the strict form has its moments as ISO text', async () => {
    const moments = ['2025-12-31', '2025-12-31T00:00:00', '2025-12-31T23:59:59.500Z', 'T09:10:00', '09:10']
    const cells = moments.map((moment) => `<c t="d" s="1"><v>${moment}</v></c>`).join('')
    const expected = ['2025-12-31', '2025-12-31', '2025-12-31T23:59:59', '09:10', '09:10']
    expect(await rowOf(cells)).toEqual([expected])
  })

  it('shows a number of hours in the format [h]:mm as hours and minutes', async () => {
    expect(await rowOf('<c s="4"><v>1.5208333333</v></c><c s="4"><v>-0.0625</v></c>')).toEqual([
      ['36:30', '-01:30'],
    ])
  })

  it('may count its days from 1904', async () => {
    const workbook =
      `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets>` +
      '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
    expect(
      await rowOf('<c s="1"><v>0.5</v></c><c s="1"><v>44196</v></c>', {
        more: { 'xl/workbook.xml': workbook },
      }),
    ).toEqual([['12:00', '2025-01-01']])
  })

  it('keeps as a number what no calendar shows', async () => {
    expect(await rowOf('<c s="1"><v>-1</v></c><c s="1"><v>3000000</v></c>')).toEqual([[-1, 3000000]])
  })

  it.each([
    ['in upper case', (path: string) => path.toUpperCase()],
    ['with backslashes', (path: string) => path.replaceAll('/', '\\')],
    ['from the root', (path: string) => `/${path}`],
  ])('may write the names of its parts %s', async (_how, pathOf) => {
    expect(await rowOf('<c t="s"><v>1</v></c>', { texts: TEXTS, pathOf })).toEqual([['second']])
  })

  it('may have its parts anywhere, under any prefix', async () => {
    const relation = (id: string, type: string, target: string): string =>
      `<Relationship Id="${id}" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"/>`
    const relations = (...list: string[]): string => `<Relationships>${list.join('')}</Relationships>`
    const bytes = zip(
      partsOf({
        '_rels/.rels': relations(relation('a', 'officeDocument', '/book/main.xml')),
        'book/main.xml':
          '<x:workbook xmlns:x="m" xmlns:y="r"><x:sheets><x:sheet name="A" y:id="b"/></x:sheets></x:workbook>',
        'book/_rels/main.xml.rels': relations(
          relation('b', 'worksheet', '../one.xml'),
          relation('c', 'sharedStrings', './texts.xml'),
        ),
        'book/texts.xml': '<x:sst><x:si><x:t>un</x:t><x:rPh><x:t>son</x:t></x:rPh></x:si></x:sst>',
        'one.xml':
          '<x:worksheet><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      }),
    )
    expect(await rowsOf(bytes)).toEqual([['un']])
  })

  it.each([
    ['xl/sharedStrings.xml', '<sst/>', [[1]]],
    ['xl/styles.xml', '<styleSheet/>', [[1]]],
    ['xl/worksheets/sheet1.xml', '<worksheet/>', []],
    ['xl/worksheets/sheet1.xml', '<worksheet><sheetData/></worksheet>\n<!-- fin -->', []],
  ])('may have a part without anything in it: %s', async (path, part, rows) => {
    expect(await rowOf('<c><v>1</v></c>', { more: { [path]: part } })).toEqual(rows)
  })

  it('may be in UTF-16', async () => {
    const part = Buffer.from('<?xml version="1.0" encoding="UTF-16"?><sst><si><t>é</t></si></sst>', 'utf16le')
    for (const bytes of [part, Buffer.concat([Buffer.from([0xff, 0xfe]), part])]) {
      const whole = rawWorkbook({
        sheets: [{ name: 'A', body: sheetData('<row><c t="s"><v>0</v></c></row>') }],
      })
      expect(await rowsOf(zip(unzip(whole).set('xl/sharedStrings.xml', Uint8Array.from(bytes))))).toEqual([
        ['é'],
      ])
    }
  })

  it('of the binary form is said to be one', async () => {
    const relations = `<Relationships><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.bin"/></Relationships>`
    const bytes = zip(partsOf({ '_rels/.rels': relations, 'xl/workbook.bin': 'x' }))
    expect(await rowsOf(bytes)).toBe('import.xlsb')
  })

  it('is damaged when two of its parts have one name, or its XML is not well formed', async () => {
    expect(await rowOf('<c/>', { more: { 'XL/Styles.xml': '<styleSheet/>' } })).toBe(
      'import.workbook-damaged',
    )
    expect(await rowOf('<c><v>1</c></v>')).toBe('import.workbook-damaged')
  })
})
