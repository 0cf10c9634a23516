import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  confirmDraw,
  drawnUnits,
  markUnavailable,
  pickLine,
  replaceLine,
} from '#domain/sampling/change-sample.ts'
import { SAMPLING_METHODS, type SampleDefinition } from '#domain/sampling/definition.ts'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import { evaluateSample, type EvaluationInput } from '#domain/sampling/evaluate-sample.ts'
import type { LineResult } from '#domain/sampling/evaluation.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import { codeOf, define, populationWith, valueOf } from '#test/domain/sampling/support.ts'

const because = { reason: 'Pièce détruite.', on: '2025-11-21' }

const draw = (amounts: readonly number[], given: Partial<SampleDefinition>): SampleRecord =>
  valueOf(
    drawSample(
      populationWith(amounts, ['A', 'B']),
      define({ sigma: 100, rateDeviation: 0.05, wrongLines: 8, size: 40, ...given }),
      '2025-11-20',
      'a'.repeat(64),
    ),
  ).record

/** Every drawn line accepted, but for a rejected amount on some. */
function resultsOf(record: SampleRecord, rejected: (at: number, amount: number) => number): LineResult[] {
  return drawnUnits(record).map(({ id, amount }, at) => {
    const error = rejected(at, amount)
    const accepted = amount - error
    return {
      id,
      found: accepted,
      accepted,
      ...(error > 0 ? { cause: 'NO_PROOF', nature: 'RANDOM' as const } : {}),
    }
  })
}

const equal = Array.from({ length: 400 }, () => 10_000)
const record = draw(equal, {})
const everyFourth = resultsOf(record, (at) => (at % 4 === 0 ? 1000 : 0))
const withFirst = (change: Partial<LineResult>): LineResult[] => [
  { ...everyFourth[0]!, ...change },
  ...everyFourth.slice(1),
]
const evaluate = (input: Partial<EvaluationInput>) =>
  evaluateSample(record, { results: everyFourth, ...input })

describe('an evaluation', () => {
  it('projects, adds, and concludes', () => {
    const evaluation = valueOf(evaluate({}))
    expect(evaluation).toMatchObject({
      ...{ declared: 4_000_000, projected: 100_000, systemic: 0, anomalous: 0, confirmed: 10_000 },
      ...{ totalError: 100_000, totalErrorRate: 0.025, tolerable: 80_000, conclusion: 'MATERIAL' },
      ...{ confidence: 0.9, advice: 'MEAN', estimator: 'MEAN' },
      lines: { checked: 40, wrong: 10, projected: 100 },
    })
    expect(evaluation.upperConfidence).toBeCloseTo(0.95, 12)
    // N·z·s/√n: s = 1000·√(10·0.75² + 30·0.25²)/39
    const s = 1000 * Math.sqrt((10 * 0.75 ** 2 + 30 * 0.25 ** 2) / 39)
    expect(evaluation.precision).toBe(Math.round((400 * 1.6448536269514722 * s) / Math.sqrt(40)))
    expect(evaluation.upperLimit).toBe(100_000 + evaluation.precision!)
  })

  it('is not material below, and inconclusive between', () => {
    const small = resultsOf(record, (at) => (at % 4 === 0 ? 300 : 0))
    expect(valueOf(evaluate({ results: small })).conclusion).toBe('NOT_MATERIAL')
    const between = resultsOf(record, (at) => (at % 4 === 0 ? 600 : 0))
    expect(valueOf(evaluate({ results: between })).conclusion).toBe('INCONCLUSIVE')
    // TER = TE is not yet material
    const atMateriality = resultsOf(record, (at) => (at % 4 === 0 ? 800 : 0))
    expect(valueOf(evaluate({ results: atMateriality }))).toMatchObject({
      ...{ totalErrorRate: 0.02, conclusion: 'INCONCLUSIVE' },
    })
  })

  it('takes delimited lines out of the sample and its population, and adds their amount', () => {
    const [first, second] = drawnUnits(record)
    const systemic = [
      { code: 'S1', description: 'Clé de répartition', ids: [first!.id, second!.id], amount: 700 },
    ]
    const evaluation = valueOf(evaluate({ systemic }))
    // the first drawn line (wrong) is out: 9 errors of 1000 on 38 lines for 398
    expect(evaluation.projected).toBe(Math.round((398 * 9000) / 38))
    expect(evaluation).toMatchObject({
      systemic: 700,
      totalError: evaluation.projected + 700,
      confirmed: 9700,
    })
  })

  it('does not project an anomalous error, and adds it unless it was corrected', () => {
    const anomalous = { nature: 'ANOMALOUS' as const, justification: 'Incendie du 3 mars.' }
    const added = valueOf(evaluate({ results: withFirst(anomalous) }))
    expect(added).toMatchObject({ projected: 90_000, anomalous: 1000, totalError: 91_000 })
    const corrected = valueOf(evaluate({ results: withFirst({ ...anomalous, corrected: true }) }))
    expect(corrected).toMatchObject({ anomalous: 0, totalError: 90_000 })
  })

  it('keeps picked lines outside the projection, but not outside the truth', () => {
    const outside = record.population.lines.find(
      ([id]) => !drawnUnits(record).some((unit) => unit.id === id),
    )![0]
    const picked = valueOf(pickLine(record, outside, because))
    const bad = { id: outside, found: 0, accepted: 0, cause: 'FICTIVE', nature: 'RANDOM' as const }
    const clean = resultsOf(record, () => 0)
    const evaluation = valueOf(evaluateSample(picked, { results: [...clean, bad] }))
    expect(evaluation).toMatchObject({ projected: 0, confirmed: 10_000, lines: { checked: 40, wrong: 0 } })
    expect(evaluation.warnings.map(({ code }) => code)).toContain('sampling.confirmed-above-projection')
    expect(codeOf(evaluateSample(record, { results: [...clean, bad] }))).toBe('sampling.result-unknown')
  })

  it('concludes from confirmed errors alone when they are above what is tolerable', () => {
    const lines = record.population.lines.map(([id]) => id).slice(0, 20)
    const systemic = [{ code: 'S1', description: '', ids: lines, amount: 90_000 }]
    const clean = resultsOf(record, () => 0)
    expect(valueOf(evaluate({ results: clean, systemic })).conclusion).toBe('MATERIAL')
  })

  it('accepts nothing of a line that could not be shown, and leaves replaced lines out', () => {
    const id = drawnUnits(record)[1]!.id
    const rest = everyFourth.filter((one) => one.id !== id)
    const unavailable = valueOf(markUnavailable(record, id, because))
    expect(valueOf(evaluateSample(unavailable, { results: rest })).confirmed).toBe(20_000)
    const replaced = valueOf(replaceLine(record, id, because))
    expect(codeOf(evaluateSample(replaced, { results: rest }))).toBe('sampling.results-missing')
    expect(codeOf(evaluateSample(replaced, { results: everyFourth }))).toBe('sampling.result-unknown')
  })

  it('is exact where everything is checked', () => {
    const all = draw([500, 700, 900], { method: 'EXHAUSTIVE' })
    const evaluation = valueOf(evaluateSample(all, { results: resultsOf(all, (at) => (at === 0 ? 30 : 0)) }))
    expect(evaluation).toMatchObject({
      projected: 30,
      precision: 0,
      upperLimit: 30,
      lines: { upperLines: 1 },
    })
  })

  it('counts both ways by difference', () => {
    const difference = draw(equal, { method: 'DIFFERENCE' })
    const both = resultsOf(difference, () => 0).map((one, at) => ({
      ...one,
      found: at < 10 ? 11_000 : 10_000,
    }))
    expect(valueOf(evaluateSample(difference, { results: both })).projected).toBe(-100_000)
  })

  it('concludes discovery by lines', () => {
    const discovery = draw(equal, { method: 'DISCOVERY', confidence: 0.9, wrongLines: 24 })
    const conclude = (wrong: number) => {
      const results = resultsOf(discovery, (at) => (at < wrong ? 1 : 0))
      return valueOf(evaluateSample(discovery, { results })).conclusion
    }
    expect([conclude(0), conclude(2), conclude(3)]).toEqual(['NOT_MATERIAL', 'INCONCLUSIVE', 'MATERIAL'])
  })

  it.each([
    ['no result for a line', { results: everyFourth.slice(1) }, 'sampling.results-missing'],
    ['a line twice', { results: [everyFourth[0]!, ...everyFourth] }, 'sampling.result-twice'],
    [
      'more accepted than declared',
      { results: withFirst({ accepted: 10_001 }) },
      'sampling.accepted-outside',
    ],
    ['a negative accepted amount', { results: withFirst({ accepted: -1 }) }, 'sampling.accepted-outside'],
    ['no number at all', { results: withFirst({ found: NaN }) }, 'sampling.found-wrong'],
    ['an error without cause', { results: withFirst({ cause: ' ' }) }, 'sampling.cause-missing'],
    [
      'an anomaly without justification',
      { results: withFirst({ nature: 'ANOMALOUS' }) },
      'sampling.justification-missing',
    ],
    [
      'a systemic error nobody delimited',
      { results: withFirst({ nature: 'SYSTEMIC' }) },
      'sampling.systemic-unknown',
    ],
    [
      'a delimitation without lines',
      { systemic: [{ code: 'S', description: '', ids: [], amount: 1 }] },
      'sampling.systemic-wrong',
    ],
    [
      'a delimitation of strangers',
      { systemic: [{ code: 'S', description: '', ids: ['nobody'], amount: 1 }] },
      'sampling.systemic-wrong',
    ],
    ['a convention that changed', { convention: 'b'.repeat(64) }, 'sampling.convention-changed'],
  ])('refuses %s', (_, input, code) => {
    expect(codeOf(evaluate(input))).toBe(code)
  })

  it('goes on when the changed convention was confirmed', () => {
    const confirmed = valueOf(confirmDraw(record, 'b'.repeat(64), because))
    const input = { results: everyFourth, convention: 'b'.repeat(64) }
    expect(evaluateSample(confirmed, input).ok).toBe(true)
    expect(evaluateSample(record, { ...input, convention: 'a'.repeat(64) }).ok).toBe(true)
  })

  it('warns beside every weak number', () => {
    const codes = (results: LineResult[], of = record): string[] =>
      valueOf(evaluateSample(of, { results })).warnings.map(({ code }) => code)
    expect(codes(resultsOf(record, (at) => (at < 2 ? 100 : 0)))).toContain('sampling.few-errors')
    expect(codes(resultsOf(record, (at) => (at === 0 ? 9000 : 10)))).toContain('sampling.skewed-errors')
    expect(codes(resultsOf(record, () => 10))).toContain('sampling.all-in-error')
    const small = draw(equal, { size: 12 })
    expect(
      codes(
        resultsOf(small, () => 0),
        small,
      ),
    ).toContain('sampling.small-sample')
    const share = draw(equal, { method: 'VALUE_SHARE' })
    expect(
      codes(
        resultsOf(share, () => 0),
        share,
      ),
    ).toContain('sampling.no-precision')
    const rising = draw(
      equal.map((_, at) => 10_000 + at * 100),
      {},
    )
    expect(
      codes(
        resultsOf(rising, (_, amount) => Math.round(amount / 10)),
        rising,
      ),
    ).toContain('sampling.ratio-advised')
    expect(codes(resultsOf(record, (at) => (at % 3 === 0 ? 500 : 0)))).toEqual([])
  })

  it('never answers NaN, whatever is wrong', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 45, maxLength: 90 })
    const method = fc.constantFrom(...SAMPLING_METHODS)
    fc.assert(
      fc.property(amounts, method, fc.double({ min: 0, max: 1, noNaN: true }), (given, how, share) => {
        const drawn = draw(given, { method: how, highValueFrom: 80_000 })
        const results = resultsOf(drawn, (at, amount) => (at % 3 === 0 ? Math.round(amount * share) : 0))
        const evaluated = evaluateSample(drawn, { results })
        if (!evaluated.ok) {
          expect(evaluated.error.code).toBe('sampling.too-few-to-evaluate')
          return
        }
        const evaluation = evaluated.value
        expect(JSON.stringify(evaluation)).not.toMatch(/NaN|Infinity/)
        expect(
          Object.values(evaluation).every((value) => typeof value !== 'number' || Number.isFinite(value)),
        ).toBe(true)
        expect(evaluation.totalError).toBeGreaterThanOrEqual(0)
        const reversed = valueOf(evaluateSample(drawn, { results: [...results].reverse() }))
        expect(reversed).toEqual(evaluation)
      }),
    )
  })
})
