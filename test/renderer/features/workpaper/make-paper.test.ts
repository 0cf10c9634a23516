import i18next from 'i18next'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import type { Cell, ListingRow } from '#domain/listing/listing.ts'
import { settlementId } from '#domain/settlement/inspection-settlement.ts'
import { readWorkbook } from '#domain/table/read-workbook.ts'
import type { TableCell } from '#domain/table/table.ts'
import { drawInspectionSample } from '#renderer/db/numbers/draw.ts'
import { pinListing } from '#renderer/db/numbers/open-population.ts'
import { settleInspection } from '#renderer/db/numbers/settle.ts'
import type { ImportedListing } from '#renderer/db/prepare-version.ts'
import { getRecord, saveRecord } from '#renderer/db/records.ts'
import { closeStore } from '#renderer/db/store.ts'
import { gatherNumbers } from '#renderer/features/report/queries/gather-numbers.ts'
import {
  makeSamplePaper,
  makeSettlementPaper,
  type MadePaper,
} from '#renderer/features/workpaper/commands/make-paper.ts'
import frPrint from '#resources/locales/fr/print.json' with { type: 'json' }
import frSampling from '#resources/locales/fr/sampling.json' with { type: 'json' }
import frSettlement from '#resources/locales/fr/settlement.json' with { type: 'json' }
import frWorkpaper from '#resources/locales/fr/workpaper.json' with { type: 'json' }
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'
import { convention } from '#test/main/report-sample.ts'
import { placePackage, take } from '#test/renderer/db/numbers/payments.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

const LABEL = { fr: 'Phase 2', nl: 'Fase 2' }
const paying: Convention = {
  ...convention,
  financing: {
    ...convention.financing,
    unitCosts: [{ code: 'P2', label: LABEL, validFrom: '2025-01-01', amount: 115_000 }],
  },
}

/** Forty participations of phase 2, as an import would store them. */
function participants(): ImportedListing {
  const columns = columnIdsOf('participants')
  const rows = Array.from({ length: 40 }, (_, at): ListingRow => {
    const given: Readonly<Record<string, Cell>> = {
      ...{ participationId: `P-${at + 1}`, phase: 'P2', entryDate: '2026-03-15' },
    }
    return { line: at + 2, cells: columns.map((id) => given[id] ?? null), marks: [] }
  })
  return {
    listing: 'participants',
    source: {
      ...{ fileName: 'p.csv', sha256: 'e'.repeat(64), size: 1, encoding: 'utf-8', separator: ';' },
      extractedOn: '2026-11-01',
    },
    ...{ read: 40, accepted: 40, rejected: 0, warned: 0, suspicious: 0 },
    ...{ blocks: [{ listing: 'participants', columns, rows }], rejectedRows: [] },
  }
}

let scope: string

beforeAll(async () => {
  const fr = { print: frPrint, sampling: frSampling, settlement: frSettlement, workpaper: frWorkpaper }
  await i18next.init({ lng: 'fr', resources: { fr } })
})
beforeEach(async () => {
  await openTestStore()
  scope = await placeInspection('ON_SITE')
  await placePackage(scope)
  await take(scope, paying)
})
afterEach(closeStore)

/** The second cell of the line with a label. */
async function numberOf({ bytes }: MadePaper, sheet: string, label: string): Promise<TableCell | undefined> {
  const { sheets } = valueOf(await readWorkbook(bytes))
  return sheets.find(({ name }) => name === sheet)?.rows.find(([first]) => first === label)?.[1]
}

async function drawn() {
  const pin = await pinListing(scope, 'participants')
  const made = await drawInspectionSample(scope, {
    title: 'Unités',
    source: { ...pin!, filters: [], stratum: null, amount: { kind: 'SCALE' } },
    definition: {
      ...{ method: 'DISCOVERY', seed: 'ACT|E-01', confidence: 0.9, materiality: 0.02, expectedRate: 0 },
      wrongLines: 4,
    },
  })
  return (await getRecord('sample', valueOf(made).id))!
}

describe('the workbook of a sample', () => {
  it('is made before any line is checked, and says that it is not evaluated', async () => {
    await take(scope, participants())
    const sample = await drawn()
    const paper = valueOf(await makeSamplePaper(sample))
    expect(paper.reference).toBe('INS-2026-001')
    expect(await numberOf(paper, 'E-01 calcul', 'Lignes de la population')).toBe(40)
    const { sheets } = valueOf(await readWorkbook(paper.bytes))
    expect(sheets.find(({ name }) => name === 'E-01 lignes')?.rows).toHaveLength(sample.units.length + 1)
  })

  it('is refused with its reason when the listing of the draw is not there', async () => {
    await take(scope, participants())
    const sample = await drawn()
    const elsewhere = { ...sample, source: { ...sample.source, sha256: 'f'.repeat(64) } }
    expect(codeOf(await makeSamplePaper(elsewhere))).toBe('sampling.listing-not-here')
  })
})

describe('the workbook of a settlement', () => {
  it('shows the totals of the screen and of the report', async () => {
    await take(scope, participants())
    const id = settlementId(scope)
    await saveRecord('settlement', scope, id, {
      ...{ id, inspectionId: scope, effects: [], performance: null, note: '' },
      corrections: [{ cause: 'Forfait', amount: 100_000, findings: [] }],
      advances: [{ paidOn: '2026-02-12', amount: 5_000_000 }],
      settledOn: '2026-11-23',
    })
    const { settlement } = valueOf(await settleInspection(scope))!
    expect(settlement.recovery).toBe(5_000_000 - (40 * 115_000 - 100_000))
    const gathered = await gatherNumbers(scope)
    expect(valueOf(gathered.settled)?.settlement).toEqual(settlement)
    const paper = valueOf(await makeSettlementPaper(scope))
    const read = (label: string) => numberOf(paper, 'Décompte', label)
    expect(await read('Montant accepté')).toBe(settlement.accepted / 100)
    expect(await read('Montant à récupérer')).toBe(settlement.recovery / 100)
  })

  it('is refused while there is nothing to settle', async () => {
    expect(codeOf(await makeSettlementPaper(scope))).toBe('workpaper.nothing-to-settle')
  })
})
