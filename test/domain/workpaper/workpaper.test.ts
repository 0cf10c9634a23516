import { beforeAll, describe, expect, it } from 'vitest'
import { err } from '#domain/result.ts'
import { evaluateSample } from '#domain/sampling/evaluate-sample.ts'
import { resultsOf } from '#domain/sampling/inspection-record.ts'
import { SAMPLING_METHODS, type SampleDefinition, type SamplingMethod } from '#domain/sampling/definition.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import type { SettledInspection } from '#domain/report/print-settlement.ts'
import { settleClaim, type Claim } from '#domain/settlement/claim.ts'
import { readWorkbook } from '#domain/table/read-workbook.ts'
import { writeWorkbook, type Sheet } from '#domain/table/write-workbook.ts'
import { paperWords, type PaperCatalogs } from '#domain/workpaper/paper-words.ts'
import { sampleSheets } from '#domain/workpaper/sample-sheet.ts'
import { settlementSheets } from '#domain/workpaper/settlement-sheet.ts'
import { workpaper } from '#domain/workpaper/workpaper.ts'
import frPrint from '#resources/locales/fr/print.json' with { type: 'json' }
import frSampling from '#resources/locales/fr/sampling.json' with { type: 'json' }
import frSettlement from '#resources/locales/fr/settlement.json' with { type: 'json' }
import frWorkpaper from '#resources/locales/fr/workpaper.json' with { type: 'json' }
import { differences, formulasOf, recompute, type Recomputed } from '#test/domain/workpaper/recompute.ts'
import { checkedSample, decided, settled, unitCostClaim, valueOf } from '#test/main/numbers-sample.ts'
import { convention, findings } from '#test/main/report-sample.ts'

const catalogs: PaperCatalogs = {
  language: 'fr',
  workpaper: frWorkpaper,
  print: frPrint,
  areas: { sampling: frSampling, settlement: frSettlement },
}
const words = paperWords(catalogs)
const surroundings = { convention, findings, on: '2026-11-23' }

/** What each method needs beside a size. */
const GIVEN: Partial<Record<SamplingMethod, Partial<SampleDefinition>>> = {
  STRATIFIED: { highValueFrom: 115_100 },
  MUS_STANDARD: { size: 30 },
  MUS_CONSERVATIVE: { size: 30, expansionFactor: 1.5 },
  DISCOVERY: { wrongLines: 12 },
}

function sheetsOf(
  given: Partial<SampleDefinition>,
  change: Partial<InspectionSample> = {},
  extendedTo?: number,
): Sheet[] {
  const { record, ...checked } = checkedSample(given, change, extendedTo)
  return valueOf(sampleSheets({ checked, record, surroundings }, words))
}

/** Lines of two causes that are delimited, drawn and not. */
const { record: drawn } = checkedSample()
const systemic = [
  {
    code: 'S1',
    description: 'Forfait doublé',
    ids: [drawn.units[0]!.id, drawn.units[3]!.id, 'P-0005', 'P-0009'],
    amount: 120_000,
  },
]

function settle(claim: Claim, given?: SettledInspection): Sheet[] {
  const parameters = FLAT_RATES.map((kind) => ({
    ...{ code: `flat-rate ${kind}`, value: '0.4', validFrom: '2025-01-01', clause: null },
    served: { from: YEAR.start, to: YEAR.end },
  }))
  const own = given ?? { settlement: valueOf(settleClaim(claim)), parameters, notices: [] }
  return settlementSheets(
    { claim, settled: own, surroundings: { ...surroundings, samples: [], decided } },
    words,
  )
}

const YEAR = { start: '2025-01-01', end: '2025-12-31' }
const FLAT_RATES = ['ART_56_1'] as const
const worker = { role: 'COUNSELLOR', declared: 6_000_000, claimedFte: 1, contractFte: 1, action: YEAR }
/** `docs/formulas.md`: A 60,000.00, B 28,142.47, recovery 3,857.53. */
const wageClaim: Claim = {
  mode: 'SALARY_LUMP_SUM',
  rows: [
    { ...worker, row: 'A', contract: { start: '2020-01-01', end: null } },
    {
      ...{ ...worker, row: 'B', declared: 4_800_000, claimedFte: 0.8, contractFte: 0.8 },
      ...{ contract: { start: '2020-01-01', end: null }, action: { start: '2025-01-01', end: '2025-08-02' } },
    },
  ],
  lumpSums: [{ code: 'COUNSELLOR', validFrom: '2024-01-01', amount: 6_000_000 }],
  agreed: [{ validFrom: '2024-01-01', agreedFte: 10 }],
  tolerances: [{ validFrom: '2024-01-01', absenceToleranceDays: 0 }],
  period: YEAR,
  frame: { ceiling: 11_500_000, advances: [{ paidOn: '2025-02-01', amount: 9_200_000 }] },
}
/** 45 €/h × 4,200 h of which 120 are refused, 40 % on top, and a category above its ceiling. */
const costClaim: Claim = {
  mode: 'ACTUAL_COSTS',
  rows: [
    {
      ...{ row: 'H-1', category: 'STAFF', date: '2025-04-01', declared: 18_900_000 },
      ...{
        hours: { declared: 4200, accepted: 4080, rate: 4500 },
        links: [{ cause: 'hours', finding: 'F-03' }],
      },
    },
    { row: 'H-2', category: 'STAFF', date: '2025-05-01', declared: 777_777 },
  ],
  keys: [],
  flatRates: FLAT_RATES.map((kind) => ({ kind, validFrom: '2025-01-01', rate: 0.4 })),
  uses: [...FLAT_RATES],
  categoryCeilings: [{ category: 'STAFF', amount: 18_500_001 }],
  period: YEAR,
  frame: { ceiling: 20_000_000, advances: [] },
}

/** Rows that several causes speak of, and a projection over them. */
const overlapClaim: Claim = {
  mode: 'ACTUAL_COSTS',
  rows: Array.from({ length: 10 }, (_, at) => ({
    ...{ row: `R-${at}`, category: 'OPERATING' as const, date: '2025-04-01', declared: 10_001 + at },
    ...(at < 3 && { deductions: [{ cause: 'finding', finding: 'F-03', amount: 99_999_999 }] }),
  })),
  ...{ keys: [], flatRates: [], uses: [], period: YEAR },
  frame: {
    ceiling: 20_000_000,
    advances: [],
    corrections: [{ cause: 'Marché public', amount: 1_000, findings: [] }],
    charges: [
      {
        kind: 'DELIMITED',
        cause: 'systemic E-01',
        amount: 25_000,
        findings: [],
        rows: ['R-1', 'R-2', 'R-3'],
      },
      { kind: 'DEDUCTED', cause: 'finding', amount: 30_000, findings: ['F-04'], rows: ['R-3', 'R-4'] },
      {
        ...{ kind: 'PROJECTED', cause: 'projection E-01', amount: 70_000, findings: [] },
        ...{ rows: Array.from({ length: 10 }, (_, at) => `R-${at}`), apart: ['R-9'] },
      },
    ],
    performance: { achieved: 65, target: 100, threshold: 0.7 },
  },
}

/** Two rates in one period: 40 %, then 35 % from July on, with a credit note. */
const ratesClaim: Claim = {
  mode: 'ACTUAL_COSTS',
  rows: [
    { row: 'D-1', category: 'STAFF', date: '2025-03-01', declared: 100_001 },
    { row: 'D-2', category: 'STAFF', date: '2025-08-01', declared: 200_003 },
    { row: 'D-3', category: 'STAFF', date: '2025-09-01', declared: -50_000, creditOf: 'D-2' },
    { row: 'D-4', category: 'STAFF', date: '2026-01-01', declared: 7_000 },
  ],
  keys: [],
  flatRates: [
    { kind: 'ART_56_1', validFrom: '2025-01-01', rate: 0.4 },
    { kind: 'ART_56_1', validFrom: '2025-07-01', rate: 0.35 },
  ],
  uses: ['ART_56_1'],
  period: YEAR,
  frame: { ceiling: 20_000_000, advances: [] },
}
const ratesUsed = [
  ['2025-01-01', '0.4'],
  ['2025-07-01', '0.35'],
].map(([validFrom = '', value = '']) => ({
  ...{ code: 'flat-rate ART_56_1', value, validFrom, clause: null },
  served: { from: validFrom, to: YEAR.end },
}))

const books: Record<string, Sheet[]> = Object.fromEntries(
  SAMPLING_METHODS.map((method) => [method, sheetsOf({ method, ...GIVEN[method] })]),
)
books['RATIO'] = sheetsOf({}, { estimator: 'RATIO' })
books['ERRORS'] = sheetsOf({}, { systemic })
books['STRATA_RATIO'] = sheetsOf({ method: 'STRATIFIED', finiteCorrection: true }, { estimator: 'RATIO' })
books['NEYMAN'] = sheetsOf({ method: 'STRATIFIED', allocation: 'NEYMAN', sigmas: { A: 900, B: 9000 } })
books['MUS_STRATA'] = sheetsOf({ method: 'MUS_STANDARD', byStratum: true, size: 30 })
books['PPS'] = sheetsOf({ method: 'NON_STATISTICAL', selection: 'PPS', size: 30 })
books['JUDGED'] = sheetsOf({ method: 'NON_STATISTICAL', materiality: 0.9 })
books['FINITE'] = sheetsOf({ finiteCorrection: true }, { estimator: 'RATIO' })
books['DISCOVERY_ERRORS'] = sheetsOf({ method: 'DISCOVERY', wrongLines: 30 }, { systemic })
books['LOOKS'] = sheetsOf({ method: 'DISCOVERY', wrongLines: 30, size: 24 }, {}, 60)
const { record: ownRecord, ...ownChecked } = checkedSample()
const parts = (['SIMPLE_RANDOM', 'STRATIFIED', 'MUS_CONSERVATIVE', 'EXHAUSTIVE'] as const).map(
  (method, at) => ({
    number: at + 1,
    part: valueOf(checkedSample({ method, ...GIVEN[method], materiality: 0.9 }).evaluation),
  }),
)
const togetherWith = (some: typeof parts): Sheet[] =>
  valueOf(sampleSheets({ checked: ownChecked, record: ownRecord, surroundings, together: some }, words))
books['TOGETHER'] = togetherWith(parts)
books['TOGETHER_NORMAL'] = togetherWith(parts.slice(0, 2))
books['TOGETHER_WITHOUT_LIMIT'] = togetherWith([
  ...parts.slice(0, 1),
  { number: 9, part: valueOf(checkedSample({ method: 'NON_STATISTICAL', materiality: 0.9 }).evaluation) },
])
books['LOOKS_AMOUNTS'] = sheetsOf({ size: 24, materiality: 0.9 }, {}, 60)
books['UNIT_COST'] = settle(unitCostClaim, settled)
books['WAGES'] = settle(wageClaim)
books['ACTUAL_COSTS'] = settle(costClaim)
books['OVERLAPS'] = settle(overlapClaim)
books['RATES'] = settle(ratesClaim, {
  ...{ settlement: valueOf(settleClaim(ratesClaim)), parameters: ratesUsed, notices: [] },
})

describe('a workbook of a calculation', () => {
  let computed: Map<string, Recomputed>

  beforeAll(async () => {
    computed = await recompute(books)
  }, 120_000)

  it.each(Object.keys(books))('of %s gives the stored numbers when LibreOffice computes it', (name) => {
    const sheets = books[name]!
    expect(formulasOf(sheets)).toBeGreaterThan(15)
    expect(differences(sheets, computed.get(name)!)).toEqual([])
  })

  it('proposes what the settlement proposes', () => {
    const amount = (name: string, label: string) =>
      computed
        .get(name)!
        .get('Décompte')!
        .find(([first]) => first === label)?.[1]
    expect(amount('WAGES', 'Montant à récupérer')).toBe(3857.53)
    const { accepted, recovery } = settled.settlement
    expect(amount('UNIT_COST', 'Montant accepté')).toBeCloseTo(accepted / 100, 6)
    expect(amount('UNIT_COST', 'Montant à récupérer')).toBeCloseTo(recovery / 100, 6)
  })

  it('lets everything follow when an input is changed', async () => {
    const evaluated = checkedSample()
    const at = evaluated.checks.findIndex(({ wrong }) => !wrong)
    const { lineId } = evaluated.checks[at]!
    const changed = books['SIMPLE_RANDOM']!.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) =>
        row[0] === lineId ? row.map((cell, place) => (place === 5 ? 0 : cell)) : row,
      ),
    }))
    const checks = evaluated.checks.map((check) =>
      check.lineId === lineId
        ? { ...check, accepted: 0, wrong: true, cause: 'x', nature: 'RANDOM' as const }
        : check,
    )
    const evaluation = evaluateSample(evaluated.record, { results: resultsOf(checks) })
    const { projected, upperLimit } = valueOf(evaluation)
    const after = (await recompute({ changed })).get('changed')!.get('E-01 calcul')!
    const amount = (label: string) => after.find(([first]) => first === label)?.[1]
    expect(amount('Erreur projetée')).toBeCloseTo(projected / 100, 6)
    expect(amount('Limite supérieure')).toBeCloseTo(upperLimit! / 100, 6)
  }, 60_000)

  it('gives equal bytes for equal input, and no number that is none', async () => {
    const cells = Object.values(books).flatMap((sheets) => sheets.flatMap(({ rows }) => rows.flat()))
    const numbers = cells.flatMap((cell) =>
      typeof cell === 'object' && cell !== null ? Object.values(cell) : [cell],
    )
    expect(numbers.filter((one) => typeof one === 'number' && !Number.isFinite(one))).toEqual([])
    expect(cells).not.toContain(undefined)
    const [one, two] = [await writeWorkbook(books['RATIO']!), await writeWorkbook(books['RATIO']!)]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })

  it('lets no national number through', async () => {
    const { record, ...checked } = checkedSample()
    const checks = checked.checks.map((check) => ({ ...check, cause: 'Dossier 85.07.30-033.28' }))
    const sample = { checked: { ...checked, checks }, record, surroundings }
    const bytes = valueOf(await workpaper({ catalogs, samples: [sample], settlement: null }))
    const { sheets } = valueOf(await readWorkbook(bytes))
    const texts = JSON.stringify(sheets)
    expect(texts).toContain('Dossier [numéro national masqué]')
    expect(texts).not.toContain('033.28')
  })

  it('keeps the lines and says why when a sample cannot be evaluated', () => {
    const { record, ...checked } = checkedSample()
    const open = {
      ...checked,
      checks: checked.checks.slice(1),
      evaluation: err('sampling.results-missing', { count: 1, id: 'P-1' }),
    }
    const [calculation, lines] = valueOf(sampleSheets({ checked: open, record, surroundings }, words))
    expect(
      calculation!.rows
        .flat()
        .some((cell) => typeof cell === 'string' && cell.includes('Échantillon non évalué')),
    ).toBe(true)
    expect(lines!.rows).toHaveLength(record.units.length + 1)
  })
})
