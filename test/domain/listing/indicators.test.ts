import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import type { Indicator } from '#domain/convention/follow-up.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import { compareIndicator, recountIndicators, type CountedRows } from '#domain/listing/indicators.ts'
import type { Cell, ListingName, ListingRow, RuleMark } from '#domain/listing/listing.ts'
import { runToEnd } from '#domain/listing/row-index.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'

type Cells = Readonly<Record<string, Cell>>
const suggested: RuleMark = { rule: 'part-overlap', severity: 'F', columns: [] }
const warned: RuleMark = { rule: 'part-overlap', severity: 'W', columns: [] }

const rowsOf = (
  listing: ListingName,
  rows: readonly Cells[],
  marked: Readonly<Record<number, RuleMark>> = {},
) =>
  rows.map((cells, at): ListingRow => {
    const mark = marked[at]
    return {
      line: at + 2,
      cells: columnIdsOf(listing).map((id) => cells[id] ?? null),
      marks: mark ? [mark] : [],
    }
  })
const indicator = (code: string, unit: string, change: Partial<Indicator> = {}): Indicator => ({
  ...{ code, unit, level: 'AGREED', kind: 'OUTPUT', target: 100, threshold: 80, declared: 96 },
  label: { fr: code, nl: code },
  ...change,
})
/** The period under control is the year 2025. */
const convention = (indicators: Indicator[]): Convention => ({
  ...sampleConvention(),
  controlPeriod: { start: '2025-01-01', end: '2025-12-31' },
  indicators,
})
const recount = (one: Indicator, rows: CountedRows) => {
  const [answer] = runToEnd(recountIndicators(convention([one]), rows))
  return answer
}
const exit = (cells: Cells): Cells => ({
  ...{ exitDate: '2025-05-30', exitOutcome: 'EMPLOI', exitProof: 'contrat', exitProofDate: '2025-06-02' },
  ...cells,
})

describe('entries', () => {
  it('count persons who entered in the period, each file number once', () => {
    const participants = rowsOf('participants', [
      { actirisNo: '1', entryDate: '2025-01-01' },
      { actirisNo: '2', entryDate: '2025-12-31' },
      { actirisNo: '1', entryDate: '2025-04-02' },
      { actirisNo: '3', entryDate: '2024-12-31' },
      { entryDate: '2025-05-01' },
      { entryDate: '2025-05-01' },
    ])
    const counted = { method: 'entries', value: 4, doubtful: 0, listing: 'participants', rows: [0, 1, 4, 5] }
    expect(recount(indicator('IND-ENTRIES', 'CE'), { participants })).toMatchObject({
      counted,
      obstacle: null,
    })
  })

  it('say how many of them stand on rows with a suggested finding, not with a warning', () => {
    const cells = ['1', '2', '3'].map((actirisNo) => ({ actirisNo, entryDate: '2025-02-01' }))
    const participants = rowsOf('participants', cells, { 0: suggested, 1: warned })
    const answer = recount(indicator('IND-ENTRIES', 'PERSON'), { participants })
    expect(answer?.counted).toMatchObject({ value: 3, doubtful: 1 })
  })
})

describe('positive exits', () => {
  it('count once per person, proven, dated and within the window of the convention', () => {
    const window = convention([]).parameters[0]?.exitProofWindowDays ?? 0
    expect(window).toBeGreaterThan(0)
    const late = new Date(Date.parse('2025-05-30') + (window + 1) * 86_400_000).toISOString().slice(0, 10)
    const participants = rowsOf('participants', [
      exit({ actirisNo: '1' }),
      exit({ actirisNo: '1', exitOutcome: 'FORMATION' }),
      exit({ actirisNo: '2', exitOutcome: 'ABANDON' }),
      exit({ actirisNo: '3', exitProof: null }),
      exit({ actirisNo: '4', exitProofDate: null }),
      exit({ actirisNo: '5', exitProofDate: late }),
      exit({ actirisNo: '6', exitDate: '2026-01-01', exitProofDate: '2026-01-02' }),
      exit({ actirisNo: '7', exitOutcome: 'ETUDES' }),
    ])
    const answer = recount(indicator('IND-EXITS', 'PERSON'), { participants })
    expect(answer?.counted).toMatchObject({ method: 'positive-exits', value: 2, rows: [0, 7] })
  })
})

describe('hours', () => {
  const participants = rowsOf('participants', [
    { entryDate: '2025-03-03', hoursDelivered: 18.1 },
    { entryDate: '2025-03-03', hoursDelivered: 0.2 },
    { entryDate: '2024-03-03', hoursDelivered: 40 },
  ])
  const activities = rowsOf('activities', [
    { activityId: 'A-1', date: '2025-03-03', hours: 3 },
    { activityId: 'A-2', date: '2024-12-31', hours: 3 },
  ])
  const signed = { present: true, participantSignature: true, trainerSignature: true }

  it('are those of signed attendance in the period, fewer for who came late', () => {
    const attendance = rowsOf('attendance', [
      { activityId: 'A-1', ...signed },
      { activityId: 'A-1', ...signed, arrival: '10:00', departure: '11:30' },
      { activityId: 'A-1', ...signed, trainerSignature: null },
      { activityId: 'A-1', ...signed, present: false },
      { activityId: 'A-2', ...signed },
      { activityId: 'A-9', ...signed },
    ])
    const answer = recount(indicator('IND-HOURS', 'HOUR'), { participants, activities, attendance })
    expect(answer?.counted).toMatchObject({
      method: 'signed-hours',
      value: 4.5,
      listing: 'attendance',
      rows: [0, 1],
    })
  })

  it('are those declared where there is no attendance listing, and say so', () => {
    const answer = recount(indicator('IND-HOURS', 'HOUR'), { participants, activities })
    expect(answer?.counted).toMatchObject({ method: 'declared-hours', value: 18.3, listing: 'participants' })
  })

  it('add up exactly, in any order', () => {
    const hundredths = fc.array(fc.integer({ min: 0, max: 400 }))
    fc.assert(
      fc.property(hundredths, (list) => {
        const rows = list.map((part) => ({ entryDate: '2025-03-03', hoursDelivered: part / 100 }))
        const answer = recount(indicator('IND-HOURS', 'HOUR'), { participants: rowsOf('participants', rows) })
        expect(answer?.counted?.value).toBe(list.reduce((sum, part) => sum + part, 0) / 100)
      }),
    )
  })
})

describe('an indicator that the listings can’t recount', () => {
  const participants = rowsOf('participants', [])
  it.each([
    ['bears a code of its own', indicator('I-1', 'CE'), { why: 'unknown-code' }],
    ['measures one worker', indicator('IND-HOURS', 'HOUR', { level: 'INDIVIDUAL' }), { why: 'one-worker' }],
    ['is told in another unit', indicator('IND-HOURS', 'PERSON'), { why: 'other-unit' }],
    [
      'needs a listing that is not there',
      indicator('OPE-GROUPS', 'SESSION'),
      { why: 'listing-missing', listing: 'activities' },
    ],
  ])('%s', (_, one, obstacle) => {
    expect(recount(one, { participants })).toEqual({ indicator: one, counted: null, obstacle })
  })
})

it('counts the collective activities given in the period', () => {
  const group = { type: 'COLLECTIF', date: '2025-03-03' }
  const others = [
    { ...group, date: '2026-01-01' },
    { ...group, type: 'INDIVIDUEL' },
  ]
  const activities = rowsOf('activities', [group, ...others])
  const answer = recount(indicator('OPE-GROUPS', 'SESSION'), { activities })
  expect(answer?.counted).toMatchObject({ method: 'groups', value: 1, rows: [0] })
})

it('stands beside target, threshold and what was declared', () => {
  const one = indicator('IND-ENTRIES', 'PERSON')
  expect(compareIndicator(one, 90)).toEqual({ difference: -6, ofTarget: 0.9, belowThreshold: false })
  expect(compareIndicator({ ...one, target: 0, declared: null }, 79)).toEqual({
    ...{ difference: null, ofTarget: null, belowThreshold: true },
  })
})
