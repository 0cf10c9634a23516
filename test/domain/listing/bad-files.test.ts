import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import { importListings, type ListingFile } from '#domain/listing/import-listings.ts'
import type { AppError } from '#domain/result.ts'
import { LIMITS } from '#domain/table/limits.ts'
import { listingFile, sampleConvention } from '#test/fixtures/listings/small-world.ts'
import { rawWorkbook, sheetData, textRow } from '#test/fixtures/workbooks/raw-workbook.ts'
import { packRepeated, partsOf, zip } from '#test/fixtures/workbooks/zip.ts'

const LANGUAGES = ['fr', 'nl', 'en'] as const
const catalogOf = (language: string): Catalog =>
  JSON.parse(readFileSync(`resources/locales/${language}/import.json`, 'utf8')) as Catalog

const HEADER = ['code', 'kind', 'validFrom', 'labelFr']
const ROW = ['REF-1', 'ACTION', '01/01/2025', 'Atelier']
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

async function refusalOf(bytes: Uint8Array, more: Partial<ListingFile> = {}): Promise<AppError | null> {
  const imported = await importListings([{ fileName: 'listing.csv', bytes, ...more }], sampleConvention())
  return imported.ok ? null : imported.error
}
const csv = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'))
const bytesOf = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)))
const oneSheet = (body: string): Uint8Array => rawWorkbook({ sheets: [{ name: 'A', body }] })
const good = (): Uint8Array => oneSheet(sheetData(textRow(HEADER, 1), textRow(ROW, 2)))

/** A workbook whose sheet is `piece`, so many times, under a header and `start`. */
function repeated(
  piece: string,
  times: number,
  lie?: (name: string, size: number) => number,
  start = '',
): Uint8Array {
  const before = `<worksheet xmlns="${MAIN}"><sheetData>${textRow(HEADER, 1)}${start}`
  const sheet = packRepeated(before, piece, times, '</sheetData></worksheet>')
  const sheets = [{ name: 'A', body: '' }]
  return rawWorkbook({ sheets, more: { 'xl/worksheets/sheet1.xml': sheet }, ...(lie ? { lie } : {}) })
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const wide = (text: string): number[] => [...Buffer.from(text, 'utf16le')]
const XLSB_RELATIONS =
  '<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/' +
  'officeDocument" Target="xl/workbook.bin"/></Relationships>'
const KB_OF_ROWS = '<row><c><v>1</v></c></row>'.repeat(40)
const ROW_AND_SPACE = `<row r="2"></row>${' '.repeat(100_000)}`

const REFUSED: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['an empty file', 'import.empty', () => csv('')],
  ['a file of more than 100 MB', 'import.too-large', () => new Uint8Array(LIMITS.fileBytes + 1)],
  ['a PDF named .csv', 'import.pdf', () => csv('%PDF-1.7', '1 0 obj')],
  ['an old .xls', 'import.xls', () => bytesOf(OLE, wide('Workbook'))],
  ['a workbook with a password', 'import.password', () => bytesOf(OLE, wide('EncryptedPackage'))],
  [
    'an .ods',
    'import.ods',
    () => bytesOf('PK', [3, 4], '.'.repeat(26), 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
  ],
  ['a web page named .xls', 'import.markup', () => csv('<html><table><tr><td>code</td></tr></table>')],
  ['a Word document', 'import.workbook-damaged', () => zip(partsOf({ 'word/document.xml': '<w/>' }))],
  ['half a workbook', 'import.workbook-damaged', () => good().subarray(0, 900)],
  [
    'an .xlsb',
    'import.xlsb',
    () => rawWorkbook({ sheets: [], more: { '_rels/.rels': XLSB_RELATIONS, 'xl/workbook.bin': 'x' } }),
  ],
  [
    'a workbook with a broken sheet',
    'import.workbook-damaged',
    () => oneSheet(`<sheetData>${textRow(HEADER, 1)}<row r="99999999"><c><v>1</v></c></row></sheetData>`),
  ],
  [
    'a workbook with a sheet that was cut off',
    'import.workbook-damaged',
    () =>
      rawWorkbook({
        sheets: [{ name: 'A', body: '' }],
        more: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetD' },
      }),
  ],
  [
    'a workbook with one changed byte',
    'import.workbook-damaged',
    () => {
      const bytes = oneSheet(sheetData(textRow(HEADER, 1), textRow(ROW, 2)))
      const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 60
      return bytes.fill((bytes[at] ?? 0) ^ 4, at, at + 1)
    },
  ],
  ['an empty workbook', 'import.empty', () => oneSheet(sheetData())],
  ['NUL bytes', 'import.nul-bytes', () => csv(HEADER.join(';'), 'REF-1;ACTION;01/01/2025;\0')],
  [
    'two encodings',
    'import.mixed-encodings',
    () => bytesOf('code;kind;validFrom;labelFr\r\nA;ACTION;01/01/2025;é\r\nB;ACTION;01/01/2025;', [0xe9]),
  ],
  ['16,384 columns of text', 'import.too-many-columns', () => csv(Array(16_384).fill('x').join(';'))],
  [
    '16,384 columns in a workbook',
    'import.too-many-columns',
    () => oneSheet(sheetData(textRow(Array<string>(16_384).fill('x'), 1))),
  ],
  [
    '1,048,576 rows of text',
    'import.too-many-rows',
    () => new TextEncoder().encode(`${HEADER.join(';')}\n${'A;ACTION;01/01/2025;x\n'.repeat(1_048_575)}`),
  ],
  ['1,048,576 rows in a workbook', 'import.too-many-rows', () => repeated(KB_OF_ROWS, 26_214)],
  ['a bomb that says its size', 'import.workbook-too-big', () => repeated(ROW_AND_SPACE, 4400)],
  [
    'a bomb that lies about its size',
    'import.workbook-too-big',
    () => repeated(ROW_AND_SPACE, 4400, (_name, size) => Math.min(size, 1000)),
  ],
  ['a file that lies about its size', 'import.workbook-damaged', () => repeated(KB_OF_ROWS, 10, () => 1000)],
  [
    'a cell of 3 MB in a workbook',
    'import.cell-too-big',
    () => oneSheet(sheetData(textRow(['x'.repeat(3e6)], 1))),
  ],
  [
    'a tag that never ends',
    'import.cell-too-big',
    () => repeated(' '.repeat(100_000), 40, undefined, '<row a="'),
  ],
  [
    'a row that never ends',
    'import.cell-too-big',
    () => repeated('<c r="A2"/>'.repeat(20_000), 100, undefined, '<row>'),
  ],
  [
    'two million texts',
    'import.too-many-texts',
    () => {
      const texts = packRepeated('<sst>', '<si><t>x</t></si>'.repeat(1000), 2000, '</sst>')
      return rawWorkbook({ sheets: [{ name: 'A', body: '' }], more: { 'xl/sharedStrings.xml': texts } })
    },
  ],
  ['a header that says nothing', 'import.listing-unknown', () => csv('x;y;z', '1;2;3')],
  [
    'a header without what is required',
    'import.column-missing',
    () => csv('code;kind;labelFr', 'A;ACTION;x'),
  ],
  ['a header twice', 'import.column-twice', () => csv(`${HEADER.join(';')};Nature`, `${ROW.join(';')};x`)],
  [
    'the listing of another convention',
    'import.other-convention',
    () =>
      listingFile('activities', [{ agreementNo: 'X-2' }, { agreementNo: 'X-2', activityId: 'A-2' }]).bytes,
  ],
]

describe('a file that cannot be imported', () => {
  it.each(REFUSED)('is refused: %s (%s)', async (_what, code, make) => {
    const bytes = make()
    const error = await refusalOf(bytes)
    expect(error).toMatchObject({ code, details: { fileName: 'listing.csv' } })
    for (const language of LANGUAGES) {
      const text = translate(catalogOf(language), code.replace('import.', 'errors.'), error?.details)
      expect(text).toContain('listing.csv')
      expect(text).not.toContain('{{')
    }
  })

  it('is refused when it has not the sheet that was asked for', async () => {
    expect(await refusalOf(good(), { sheet: 'B' })).toMatchObject({
      code: 'import.sheet-missing',
      details: { sheet: 'B', fileName: 'listing.csv' },
    })
  })

  it('keeps the other files of the same import out as well', async () => {
    const files = [listingFile('references'), { fileName: 'b.csv', bytes: csv('%PDF-1.7') }]
    expect(await importListings(files, sampleConvention())).toEqual({
      ok: false,
      error: { code: 'import.pdf', details: { fileName: 'b.csv' } },
    })
  })
})

describe('a file that is only partly good', () => {
  const importOne = async (bytes: Uint8Array) => {
    const imported = await importListings([{ fileName: 'x', bytes }], sampleConvention())
    if (!imported.ok) throw new Error(imported.error.code)
    return imported.value[0]
  }

  it('with a cell of 1 MB is imported without that cell', async () => {
    const long = 'x'.repeat(2 ** 20)
    const row = ['REF-1', 'ACTION', '01/01/2025', long]
    for (const bytes of [
      csv(HEADER.join(';'), row.join(';')),
      oneSheet(sheetData(textRow(HEADER, 1), textRow(row, 2))),
    ])
      expect((await importOne(bytes))?.rows[0]?.marks).toMatchObject([
        { rule: 'cell-too-long', severity: 'W' },
      ])
  })

  it('with rows of too few or too many fields keeps the others', async () => {
    const lines = ['A;ACTION;01/01/2025', 'B;ACTION;01/01/2025;x;y', 'C;ACTION;01/01/2025;x']
    const imported = await importOne(csv(HEADER.join(';'), ...lines))
    expect(imported?.rejected.map(({ line, reasons }) => [line, reasons[0]?.rule])).toEqual([
      [2, 'row-column-count'],
      [3, 'row-column-count'],
    ])
    expect(imported?.rows.map(({ line }) => line)).toEqual([4])
  })

  it('says each row of another convention when others are of this one', async () => {
    const mixed = [{ agreementNo: 'X-2' }, { activityId: 'A-2' }]
    const imported = await importOne(listingFile('activities', mixed).bytes)
    expect(imported?.rejected[0]?.reasons).toMatchObject([{ rule: 'row-agreement' }])
  })
})
