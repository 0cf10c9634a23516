import { describe, expect, it } from 'vitest'
import { columnOf, columnsOf } from '#domain/listing/columns.ts'
import { foldText } from '#domain/listing/fold-text.ts'
import { recogniseListing } from '#domain/listing/match-header.ts'
import { splitIds } from '#domain/listing/split-ids.ts'
import { cellsOf, importOne, textFile, workbookFile } from '#test/fixtures/listings/one-file.ts'
import { brokenRules, sampleFile } from '#test/fixtures/listings/small-world.ts'

/** The header of the published file, as it is. */
const PUBLISHED =
  'ID_BCE_ORG NAME_ORG1_FR NAME_ORG1_NL NAME_ORG2_FR NAME_ORG2_NL ID_ORG3 NAME_ORG3_FR NAME_ORG3_NL ID_AB DESC_AB_FR ' +
  'DESC_AB_NL ACC_ID_FUNCTION ACC_DESC_FUNCTION_FR ACC_DESC_FUNCTION_NL ACC_ID_ECONOMIC ACC_DESC_ECONOMIC_FR ' +
  'ACC_DESC_ECONOMIC_NL ID_ENG NAME_ENG DATE_ENG AMOUNT_ENG CURRENCY_ENG ID_LIQ NAME_LIQ DATE_LIQ AMOUNT_LIQ DEVCOD ' +
  'ID_BCE_RECIPIENT ID_RECIPIENT NAME_RECIPIENT ADDRESS_RECIPIENT CP_RECIPIENT COMMUNE_RECIPIENT CC_RECIPIENT BUDEXE'

describe('published payments (docs/domain/columns.md)', () => {
  const headers = PUBLISHED.split(' ')

  it('are known by their 35 columns, in their order', () => {
    expect(headers).toHaveLength(35)
    expect(recogniseListing(headers)).toMatchObject({
      listing: 'payments',
      places: [...headers.keys()],
      missing: [],
      unknown: [],
    })
  })

  it('are read with their dirt', async () => {
    const { rows, rejected } = await importOne(sampleFile('payments'))
    const at = (id: string): number => columnsOf('payments').findIndex((column) => column.id === id)
    const cellsIn = (id: string): unknown[] => rows.map(({ cells }) => cells[at(id)])
    expect(rejected).toEqual([])
    expect(cellsIn('dateEng')).toEqual(['2025-01-02', '2025-01-02', '2025-01-02'])
    expect(cellsIn('dateLiq')).toEqual(['2025-02-03', '2025-06-16', '2025-12-15'])
    expect(cellsIn('amountLiq')).toEqual([9_200_000, -150_000, 2_300_000])
    expect(cellsIn('cpRecipient')).toEqual(['1080', '1080', '1080'])
    expect(cellsIn('communeRecipient')).toEqual([
      'MOLENBEEK-SAINT-JEAN',
      'Molenbeek-Saint-Jean',
      'MOLENBEEK-SAINT-JEAN/SINT-JANS-MOLENBEEK',
    ])
    expect(cellsIn('idBceOrg')).toEqual(['0239843188', '0239843188', '0239843188'])
  })

  it('are read from the numbers of a workbook: ids, serial dates, postcodes, amounts below zero', async () => {
    const names = [
      'ID_LIQ',
      'DATE_LIQ',
      'AMOUNT_LIQ',
      'ID_BCE_RECIPIENT',
      'CP_RECIPIENT',
      'BUDEXE',
      'ID_AB',
      'ACC_ID_ECONOMIC',
    ]
    const file = await workbookFile(names, [25004501, 45691, -1500.5, 428759497, 1210, 2025, 830, 3300])
    expect(await cellsOf(file)).toMatchObject({
      idLiq: '25004501',
      dateLiq: '2025-02-03',
      amountLiq: -150_050,
      idBceRecipient: '0428759497',
      cpRecipient: '1210',
      budexe: 2025,
      idAb: '830',
      accIdEconomic: '3300',
    })
  })

  it('keep a foreign postcode as a warning', async () => {
    const file = textFile('ID_LIQ;DATE_LIQ;AMOUNT_LIQ;CP_RECIPIENT', '1;03/02/2025;10,00;L-1234')
    expect(brokenRules(await importOne(file))).toEqual(['2:cell-postcode'])
  })
})

describe('the register of supporting documents (docs/domain/columns.md)', () => {
  it('knows what a paper is in both languages, and by its code', async () => {
    const said = [
      'Feuille de présence',
      'AANWEZIGHEIDSLIJST',
      'attendance_sheet',
      'Fiche de paie',
      'loonfiche',
      'C4',
      'Autre',
    ]
    const { rows } = await importOne(textFile('docId;type', ...said.map((kind, at) => `${at};${kind}`)))
    const sheet = 'ATTENDANCE_SHEET'
    expect(rows.map(({ cells }) => cells[1])).toEqual([
      ...[sheet, sheet, sheet, 'STAFF_PAYSLIP', 'STAFF_PAYSLIP', 'EXIT_PROOF', 'OTHER'],
    ])
  })

  it('gives every word for a kind one kind', () => {
    const { values = {} } = columnOf('documents', 'type')!
    const words = Object.entries(values).flatMap(([value, others]) => [value, ...others].map(foldText))
    expect(words.filter((word, at) => words.indexOf(word) < at)).toEqual([])
  })

  it('takes linked ids apart at bars and at line breaks', async () => {
    const file = textFile('docId;type;linkedTo', 'D-1;CV;"A-1 | A-2', 'A-3|"', 'D-2;CV;')
    const { rows } = await importOne(file)
    const [first, second] = rows.map(({ cells }) => cells[6])
    expect(splitIds(String(first))).toEqual(['A-1', 'A-2', 'A-3'])
    expect(second).toBeNull()
  })
})
