import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import { redrawSample } from '#domain/sampling/redraw-sample.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import { lineCheckId, type InspectionSample, type LineCheck } from '#domain/sampling/inspection-sample.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import { changeSample } from '#renderer/db/numbers/change-sample.ts'
import {
  columnValues,
  drawInspectionSample,
  sizeOfSample,
  surveyPopulation,
} from '#renderer/db/numbers/draw.ts'
import { evaluateInspectionSample, exportSampleRecord, nextShareOf } from '#renderer/db/numbers/evaluate.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { closeStore } from '#renderer/db/store.ts'
import { valueOf, codeOf } from '#test/domain/sampling/support.ts'
import { paymentsOf, paymentSource, placePackage, take } from '#test/renderer/db/numbers/payments.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

const DISCOVERY: SampleDefinition = {
  ...{ method: 'DISCOVERY', seed: 'ACT-2026-0001|INS-2026-001|E-01', confidence: 0.9 },
  ...{ materiality: 0.02, expectedRate: 0, wrongLines: 4 },
}
let scope: string

beforeEach(async () => {
  await openTestStore()
  scope = await placeInspection('ON_SITE')
  await placePackage(scope)
  await take(scope, paymentsOf(...Array.from({ length: 40 }, (_, at) => 10000 + at)))
})
afterEach(closeStore)

async function drawn(definition = DISCOVERY): Promise<InspectionSample> {
  const made = await drawInspectionSample(scope, {
    title: 'Paiements',
    source: await paymentSource(scope),
    definition,
  })
  return (await getRecord('sample', valueOf(made).id))!
}
const again = async (sample: InspectionSample) => (await getRecord('sample', sample.id))!

const checksOf = (sample: InspectionSample, refused: readonly string[] = []): LineCheck[] =>
  sample.units.map(({ id, amount }) => ({
    ...{ id: lineCheckId(sample.id, id), inspectionId: scope, sampleId: sample.id, lineId: id, found: null },
    ...{
      accepted: refused.includes(id) ? 0 : amount,
      wrong: false,
      cause: refused.includes(id) ? 'Sans preuve' : '',
    },
    ...{
      nature: refused.includes(id) ? ('RANDOM' as const) : null,
      justification: '',
      corrected: false,
      note: '',
    },
    findingId: null,
  }))

describe('a population', () => {
  it('is counted from the rows of the version in work', async () => {
    const survey = valueOf(await surveyPopulation(scope, await paymentSource(scope)))
    expect(survey).toMatchObject({ rows: 40, filtered: 40, apart: { MISSING: 0, ZERO: 0, NEGATIVE: 0 } })
    expect(valueOf(survey.population)).toMatchObject({ count: 40, amount: 400780, largest: 10039 })
  })

  it('that cannot be drawn from says why, beside what was counted', async () => {
    await take(scope, paymentsOf(100, null, 0))
    const survey = valueOf(await surveyPopulation(scope, await paymentSource(scope)))
    expect(survey.apart).toEqual({ MISSING: 1, ZERO: 1, NEGATIVE: 0 })
    expect(codeOf(survey.population)).toBe('sampling.amount-missing')
  })

  it('shows the values of a column with their rows', async () => {
    await take(scope, paymentsOf(100, 100, 200))
    const values = await columnValues(scope, await paymentSource(scope), 'amountLiq')
    expect(valueOf(values)).toEqual([
      { value: '100', rows: 2 },
      { value: '200', rows: 1 },
    ])
  })

  it('needs a listing that is here', async () => {
    const elsewhere = { ...(await paymentSource(scope)), sha256: 'f'.repeat(64) }
    expect(codeOf(await surveyPopulation(scope, elsewhere))).toBe('sampling.listing-not-here')
  })
})

describe('a draw', () => {
  it('is recorded with all that is needed to draw it again', async () => {
    const sample = await drawn()
    expect(sample).toMatchObject({ number: 1, title: 'Paiements', definition: DISCOVERY, appliedOn: null })
    expect(sample.units).toHaveLength(17)
    const bytes = valueOf(await exportSampleRecord(sample))
    const record = JSON.parse(new TextDecoder().decode(bytes)) as SampleRecord
    expect(valueOf(redrawSample(record))).toMatchObject({ identical: true, lines: 17 })
  })

  it('that is refused records nothing', async () => {
    const source = await paymentSource(scope)
    const order = { title: '', source, definition: { ...DISCOVERY, wrongLines: 99 } }
    expect(codeOf(await drawInspectionSample(scope, order))).toBe('sampling.wrong-lines-too-many')
    expect(await listRecords('sample', scope)).toEqual([])
  })

  it('in place of another needs its reason, and has a number of its own', async () => {
    const first = await drawn()
    const order = { title: '', source: first.source, definition: { ...DISCOVERY, seed: 'other' } }
    const without = { ...order, replaces: { id: first.id, reason: ' ' } }
    expect(codeOf(await drawInspectionSample(scope, without))).toBe('sampling.reason-missing')
    const given = { ...order, replaces: { id: first.id, reason: 'Mauvais listing' } }
    const second = await getRecord('sample', valueOf(await drawInspectionSample(scope, given)).id)
    expect(second).toMatchObject({ number: 2, replaces: { id: first.id, reason: 'Mauvais listing' } })
  })

  it('has the size that was announced', async () => {
    const size = valueOf(await sizeOfSample(scope, await paymentSource(scope), DISCOVERY))
    expect(size.target).toBe((await drawn()).units.length)
  })
})

describe('a drawn sample', () => {
  it('is extended, never drawn again: every line stays', async () => {
    const sample = await drawn()
    valueOf(await changeSample(sample, { kind: 'EXTEND', target: 25, reason: 'Une erreur' }))
    const extended = await again(sample)
    expect(extended.units).toHaveLength(25)
    for (const { id } of sample.units) expect(extended.units.map((unit) => unit.id)).toContain(id)
    expect(extended.steps.map(({ kind }) => kind)).toEqual(['DRAW', 'EXTEND'])
  })

  it('keeps a change that another made in between', async () => {
    const sample = await drawn()
    const [first, second] = sample.units.map(({ id }) => id)
    valueOf(await changeSample(sample, { kind: 'UNAVAILABLE', id: first!, reason: 'Perdu' }))
    valueOf(await changeSample(sample, { kind: 'UNAVAILABLE', id: second!, reason: 'Perdu aussi' }))
    expect((await again(sample)).units.filter(({ unavailable }) => unavailable)).toHaveLength(2)
  })

  it('stays on its rows when another version goes into work', async () => {
    const sample = await drawn()
    await take(scope, paymentsOf(1, 2, 3))
    const evaluation = valueOf(await evaluateInspectionSample(sample, checksOf(sample)))
    expect(evaluation).toMatchObject({ declared: 400780, conclusion: 'NOT_MATERIAL' })
  })

  it('is refused when the rows it names are not those it was drawn from', async () => {
    const sample = await drawn()
    const forged = { ...sample, population: { ...sample.population, hash: 'e'.repeat(64) } }
    expect(codeOf(await evaluateInspectionSample(forged, checksOf(sample)))).toBe(
      'sampling.population-changed',
    )
  })

  it('is not evaluated under a convention that changed, until the draw is confirmed', async () => {
    const sample = await drawn()
    await take(scope, { agreementNo: 'ACT-2026-0001', version: 9, parameters: [] } as unknown as Convention)
    expect(codeOf(await evaluateInspectionSample(sample, checksOf(sample)))).toBe(
      'sampling.convention-changed',
    )
    valueOf(await changeSample(sample, { kind: 'CONFIRM', reason: 'Avenant sans effet sur les montants' }))
    expect((await evaluateInspectionSample(await again(sample), checksOf(sample))).ok).toBe(true)
  })

  it('says which lines have no result', async () => {
    const sample = await drawn()
    expect(codeOf(await evaluateInspectionSample(sample, []))).toBe('sampling.results-missing')
  })
})

describe('a value-share sample', () => {
  const SHARE: SampleDefinition = { ...DISCOVERY, method: 'VALUE_SHARE' }

  it('grows to the next share when a line of it is wrong, and stops when none is', async () => {
    const sample = await drawn(SHARE)
    const wrong = [sample.units[0]!.id]
    expect(valueOf(await nextShareOf(sample, checksOf(sample)))).toBeNull()
    expect(valueOf(await nextShareOf(sample, checksOf(sample, wrong)))).toBe(0.4)
  })

  it('counts a line that the partner could not show as wrong', async () => {
    const sample = await drawn(SHARE)
    const change = { kind: 'UNAVAILABLE', id: sample.units[0]!.id, reason: 'Perdu' } as const
    valueOf(await changeSample(sample, change))
    expect(valueOf(await nextShareOf(await again(sample), []))).toBe(0.4)
  })
})
