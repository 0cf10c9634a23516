import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, columnTitle } from '#domain/listing/columns.ts'
import { importListings, type ListingFile } from '#domain/listing/import-listings.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import { headerKey } from '#domain/listing/match-header.ts'
import { previewFile } from '#domain/listing/preview-file.ts'
import { decodeText } from '#domain/table/decode-text.ts'
import { writeWorkbook, type SheetCell } from '#domain/table/write-workbook.ts'
import {
  cellsOf,
  ENTRY,
  importOne,
  marksOf,
  PERSON,
  REFERENCE,
  textFile,
  workbookFile,
} from '#test/fixtures/listings/one-file.ts'
import { sampleConvention, sampleFiles } from '#test/fixtures/listings/small-world.ts'
import { rawWorkbook, sheetData, textRow } from '#test/fixtures/workbooks/raw-workbook.ts'

it('takes the hours of a workbook as its format [h]:mm shows them', async () => {
  const row = PERSON.slice(0, -1).map((_, at) => ENTRY[at] ?? '')
  const hours = '<c r="F2" s="4"><v>1.5208333333</v></c></row>'
  const body = sheetData(textRow(PERSON, 1), textRow(row, 2).replace('</row>', hours))
  const bytes = rawWorkbook({ sheets: [{ name: 'A', body }] })
  expect(await cellsOf({ fileName: 'x.xlsx', bytes })).toMatchObject({ hoursDelivered: 36.5 })
})

describe('a text file', () => {
  it.each([';', '\t', ',', '|'])('is cut at %j', async (separator) => {
    const lines = [REFERENCE, ['A', 'ACTION', '01/01/2025']].map((cells) => cells.join(separator))
    const told = separator === '|' ? ['sep=|', ...lines] : lines
    expect(await importOne(textFile(...told))).toMatchObject({
      separator,
      counts: { accepted: 1 },
      sheet: null,
    })
  })

  it('is not cut at the commas of its numbers when the header says otherwise', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `A${at};1,2,3,4,5;ACTION;01/01/2025`)
    expect(await importOne(textFile('code;label fr;kind;validFrom', ...rows))).toMatchObject({
      separator: ';',
    })
  })

  it('may have its header in two lines, French above Dutch', async () => {
    const french = 'Code;Nature;Valable du;Libellé FR'
    const dutch = 'Referentiecode;Aard;Geldig van;'
    const imported = await importOne(textFile('Références;;;', french, dutch, 'A;ACTION;01/01/2025;x'))
    expect(imported).toMatchObject({ headerLine: 2, counts: { read: 1, accepted: 1 }, unknownHeaders: [] })
    const preview = await previewFile(textFile(french, dutch, 'A;ACTION;01/01/2025;x'))
    expect(preview).toMatchObject({
      value: { listing: 'references', missing: [], rows: [['A', 'ACTION', '01/01/2025', 'x']] },
    })
  })

  it('may have its header in cells of two lines', async () => {
    const header = '"Code\nReferentiecode";"Nature\nAard";"Valable du\n(jj/mm/aaaa)"'
    expect(await importOne(textFile(header, 'A;ACTION;01/01/2025'))).toMatchObject({
      counts: { accepted: 1 },
    })
  })

  it('may have titles above its header', async () => {
    const titles = ['Listing des références;;', 'Édité le 01/02/2025;;', '', '"Service;x";;']
    const imported = await importOne(textFile(...titles, REFERENCE.join(';'), 'A;ACTION;01/01/2025'))
    expect(imported).toMatchObject({ headerLine: 5, rows: [{ line: 6 }] })
  })

  it.each([
    ['à l’anglaise', PERSON],
    [
      'en français',
      ['N° participation', 'CONVENTION', 'statut a l entree', 'Date d’entrée', 'Phases', 'Heures prestees'],
    ],
    [
      'in het Nederlands',
      ['Deelnamenr.', 'Overeenkomst', 'Statuut bij instroom', 'INSTROOMDATUM', 'Fase', 'gepresteerde uren'],
    ],
    [
      'in words',
      [
        'Participation id',
        'Agreement no',
        'Registration status at entry',
        'Entry date',
        'Phase',
        'Hours delivered',
      ],
    ],
  ])('is recognised by its header %s', async (_language, headers) => {
    const imported = await importOne(textFile(headers.join(';'), ENTRY.join(';')))
    expect(imported).toMatchObject({ listing: 'participants', unknownHeaders: [], counts: { accepted: 1 } })
  })
})

describe('a workbook', () => {
  /** The cells of a text file as a spreadsheet would hold them. */
  function typed(cell: string): SheetCell {
    const day = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(cell)
    if (day) return { day: `${day[3] ?? ''}-${day[2] ?? ''}-${day[1] ?? ''}` }
    return /^-?\d{1,6}(,\d+)?$/.test(cell) && !/^0\d/.test(cell) ? Number(cell.replace(',', '.')) : cell
  }
  const asRows = ({ bytes }: ListingFile): SheetCell[][] =>
    textOfFile(bytes)
      .split(/\r?\n/)
      .filter((line) => line !== '')
      .map((line) => line.split(';').map(typed))

  function textOfFile(bytes: Uint8Array): string {
    const decoded = decodeText(bytes)
    return decoded.ok ? decoded.value.text : ''
  }

  it('gives the same listings as the same text files', async () => {
    const files = sampleFiles().filter(({ fileName }) => fileName !== 'participants.csv')
    const books = await Promise.all(
      files.map(async (file) => ({
        fileName: file.fileName,
        bytes: await writeWorkbook([{ name: 'A', rows: asRows(file) }]),
      })),
    )
    const [fromText, fromBooks] = await Promise.all(
      [files, books].map((one) => importListings(one, sampleConvention())),
    )
    if (!fromText?.ok || !fromBooks?.ok) throw new Error('refused')
    const rowsOf = (imported: typeof fromText) =>
      imported.value.map(({ listing, rows }) => ({ listing, rows }))
    expect(rowsOf(fromBooks)).toEqual(rowsOf(fromText))
    expect(fromBooks.value[0]).toMatchObject({ encoding: 'xlsx', separator: '', sheet: 'A', headerLine: 1 })
  })

  it('is read at the sheet that is a listing, or at the one that was asked for', async () => {
    const row: SheetCell[] = ['A', 'ACTION', { day: '2025-01-01' }]
    const bytes = await writeWorkbook([
      { name: 'Lisez-moi', rows: [['Listing à compléter'], ['code', 'x']] },
      { name: 'Vide', rows: [] },
      { name: 'Références', rows: [['Titre'], [], REFERENCE, row] },
      { name: 'Anciennes', rows: [REFERENCE, row, ['B', 'ACTION', { day: '2025-01-01' }]] },
    ])
    const file = { fileName: 'x.xlsx', bytes }
    expect(await importOne(file)).toMatchObject({ sheet: 'Références', headerLine: 3, counts: { read: 1 } })
    expect(await importOne({ ...file, sheet: 'Anciennes' })).toMatchObject({ counts: { read: 2 } })
  })

  it('may have short rows, but nothing beyond its header', async () => {
    const row: SheetCell[] = ['A', 'ACTION', { day: '2025-01-01' }]
    const file = await workbookFile(['code', 'kind', 'validFrom', 'labelFr'], row, [...row, 'x', 'y'])
    expect(await marksOf(file)).toEqual(['E row-column-count '])
  })

  it('keeps amounts as they are, whatever their marks as text would mean', async () => {
    const file = await workbookFile([...PERSON, 'trainingHoursPerWeek'], [...ENTRY.slice(0, 5), 1.125, 2])
    expect(await cellsOf(file)).toMatchObject({ hoursDelivered: 1.125, trainingHoursPerWeek: 2 })
  })

  it('finds the zeros of a number again, and says so', async () => {
    const file = await workbookFile([...PERSON, 'niss', 'actirisNo'], [...ENTRY, 3110299782, 5550002])
    expect(await cellsOf(file)).toMatchObject({ niss: '03110299782', actirisNo: '5550002' })
    expect(await marksOf(file)).toEqual(['W cell-niss-padded niss'])
  })

  it('refuses an id whose digits a number cannot hold', async () => {
    const file = await workbookFile(REFERENCE, [1234567890123456, 'ACTION', { day: '2025-01-01' }])
    expect(await marksOf(file)).toEqual(['E cell-scientific code'])
  })

  it('leaves out what a failed formula left', async () => {
    const rows = [textRow([...REFERENCE, 'labelFr'], 1)]
    const cells =
      '<c t="str"><v>A</v></c><c t="str"><v>ACTION</v></c><c s="1"><v>45658</v></c><c t="e"><v>#N/A</v></c>'
    const bytes = rawWorkbook({
      sheets: [{ name: 'A', body: sheetData(...rows, `<row r="2">${cells}</row>`) }],
    })
    expect(await marksOf({ fileName: 'x', bytes })).toEqual(['W cell-formula-error labelFr'])
  })

  it('gives the first of merged cells to its column only', async () => {
    const body = sheetData(
      textRow(['Références', ''], 1),
      textRow(REFERENCE, 2),
      textRow(['A', 'ACTION', '45658'], 3),
    )
    const bytes = rawWorkbook({
      sheets: [{ name: 'A', body: `${body}<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>` }],
    })
    expect(await cellsOf({ fileName: 'x', bytes })).toMatchObject({ code: 'A', validFrom: '2025-01-01' })
  })
})

describe('headers nobody knows', () => {
  const file = textFile('Réf.;Genre;Depuis;Remarque', 'A;ACTION;01/01/2025;x')
  const mapping = { [headerKey('Réf.')]: 'code', genre: 'kind', depui: 'validFrom', remarque: null }

  it('are shown as they stand, with the first rows', async () => {
    expect(await previewFile(file)).toMatchObject({
      value: {
        fileName: 'x.csv',
        separator: ';',
        encoding: 'utf-8',
        headerLine: 1,
        headers: [{ header: 'Réf.', place: 0, column: null, how: 'unknown' }, {}, {}, {}],
        rows: [['A', 'ACTION', '01/01/2025', 'x']],
        listing: null,
      },
    })
  })

  it('stand for what a person says', async () => {
    const mapped = { ...file, listing: 'references' as const, mapping }
    const seen = await previewFile(mapped)
    expect(seen).toMatchObject({
      value: { listing: 'references', missing: [], headers: [{ how: 'mapped' }, {}, {}, {}] },
    })
    expect(await importOne(mapped)).toMatchObject({ counts: { accepted: 1 }, unknownHeaders: [] })
    expect(await importOne({ ...file, mapping })).toMatchObject({ listing: 'references' })
  })

  it('say what is missing when a listing is named', async () => {
    expect(await previewFile({ ...file, listing: 'references' })).toMatchObject({
      value: { missing: ['code', 'kind', 'validFrom'] },
    })
  })

  it('may leave out a column that is known', async () => {
    const known = textFile('code;kind;validFrom;label fr', 'A;ACTION;01/01/2025;x')
    expect(await cellsOf({ ...known, mapping: { labelfr: null } })).toMatchObject({ labelFr: null })
  })

  it('are looked for on the line that a person says', async () => {
    const lines = ['code;kind;validFrom', 'Réf.;Genre;Depuis', 'A;ACTION;01/01/2025']
    const imported = await importOne({ ...textFile(...lines), mapping, headerLine: 2 })
    expect(imported).toMatchObject({ headerLine: 2, counts: { read: 1 } })
  })

  it('show at most 20 rows', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `A${at};ACTION;01/01/2025`)
    const seen = await previewFile(textFile(REFERENCE.join(';'), ...rows))
    expect(seen.ok && seen.value.rows).toHaveLength(20)
  })
})

describe('every listing', () => {
  const shapes = fc.record({
    listing: fc.constantFrom<ListingName>(...LISTING_NAMES),
    language: fc.constantFrom('fr', 'nl', 'en'),
    titles: fc.nat({ max: 5 }),
    isBook: fc.boolean(),
    upper: fc.boolean(),
  })

  it('is recognised in any language, case, kind of file and under titles', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async ({ listing, language, titles, isBook, upper }) => {
        const headers = columnsOf(listing).map((column) => columnTitle(column, language))
        const cells = upper ? headers.map((header) => header.toUpperCase()) : headers
        const rows = [...Array.from({ length: titles }, (_, at) => [`Titre ${at}`]), cells]
        const file = isBook ? await workbookFile(...rows) : textFile(...rows.map((row) => row.join(';')))
        expect(await importOne(file)).toMatchObject({ listing, headerLine: titles + 1, unknownHeaders: [] })
      }),
      { numRuns: 60 },
    )
  })
})
