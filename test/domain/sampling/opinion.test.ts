import { describe, expect, it } from 'vitest'
import { err, ok } from '#domain/result.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import type { PopulationSource } from '#domain/sampling/inspection-sample.ts'
import {
  combineParts,
  opinionOver,
  type EvaluatedSample,
  type OpinionPart,
} from '#domain/sampling/opinion.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'

const part = (given: Partial<OpinionPart> = {}): OpinionPart => ({
  ...{ method: 'SIMPLE_RANDOM', declared: 1_000_000, totalError: 5000, confirmed: 1000, precision: 3000 },
  ...{
    materiality: 0.02,
    confidence: 0.9,
    upperConfidence: 0.95,
    conclusion: 'NOT_MATERIAL',
    basis: 'LIMIT',
  },
  ...given,
})
const whole = part({ method: 'EXHAUSTIVE', precision: 0, upperConfidence: null })
const prudent = part({ method: 'MUS_CONSERVATIVE', upperConfidence: 0.9 })
const counted = part({ method: 'DISCOVERY', precision: null, upperConfidence: 0.9, basis: 'LINES' })
const judged = part({ method: 'NON_STATISTICAL', precision: null, upperConfidence: null, basis: 'TOTAL' })

const source = (given: Partial<PopulationSource> = {}): PopulationSource => ({
  ...{ listing: 'participants', versionId: 'v1', sha256: 'a'.repeat(64), filters: [] },
  ...{ amount: { kind: 'SCALE' }, stratum: null },
  ...given,
})
const sample = (number: number, given: Partial<EvaluatedSample['sample']> = {}): EvaluatedSample => ({
  sample: { id: `s${String(number)}`, number, source: source(), ...given },
  evaluation: ok(part() as Evaluation),
})
const phase = (value: string) => ({ source: source({ filters: [{ column: 'phase', values: [value] }] }) })

describe('one opinion over several samples', () => {
  it('adds errors and declared amounts, and precisions as strata do', () => {
    const opinion = combineParts([part(), part({ declared: 3_000_000, totalError: 9000, precision: 4000 })])
    expect(opinion).toMatchObject({
      ...{ declared: 4_000_000, totalError: 14_000, precision: 5000, upperLimit: 19_000, tolerable: 80_000 },
      ...{ upperConfidence: 0.95, conclusion: 'NOT_MATERIAL', warnings: [] },
    })
    expect(opinion.totalErrorRate).toBeCloseTo(0.0035, 12)
  })

  it('is what one stratified sample would say of the same parts', () => {
    // one immaterial part and one that is not: together below
    const bad = part({ totalError: 30_000, precision: 9000, conclusion: 'MATERIAL' })
    expect(combineParts([part({ declared: 9_000_000 }), bad]).conclusion).toBe('NOT_MATERIAL')
    expect(combineParts([part(), part({ totalError: 60_000 })]).conclusion).toBe('MATERIAL')
    expect(combineParts([part(), part({ totalError: 30_000, precision: 9000 })]).conclusion).toBe(
      'INCONCLUSIVE',
    )
    expect(combineParts([part(), part({ confirmed: 60_000 })]).conclusion).toBe('MATERIAL')
  })

  it('claims no more confidence than all limits together have', () => {
    const two = combineParts([prudent, prudent])
    expect(two.upperConfidence).toBeCloseTo(0.8, 12)
    expect(two).toMatchObject({ precision: 6000, conclusion: 'INCONCLUSIVE' })
    expect(two.warnings).toEqual([{ code: 'sampling.opinion-joint', details: { percent: 80 } }])
    const surer = { ...prudent, confidence: 0.95, upperConfidence: 0.95 }
    expect(combineParts([surer, { ...surer, confidence: 0.9 }]).conclusion).toBe('NOT_MATERIAL')
    // what is checked whole is not missed
    expect(combineParts([prudent, whole, whole])).toMatchObject({
      upperConfidence: 0.9,
      conclusion: 'NOT_MATERIAL',
    })
  })

  it('has no limit where a part has none, and is not material only where every part is judged so', () => {
    expect(combineParts([part(), judged])).toMatchObject({ upperLimit: null, conclusion: 'NOT_MATERIAL' })
    expect(combineParts([part(), { ...judged, conclusion: 'INCONCLUSIVE' }]).conclusion).toBe('INCONCLUSIVE')
    // few wrong lines say nothing of amounts
    expect(combineParts([part(), counted])).toMatchObject({ upperLimit: null, conclusion: 'INCONCLUSIVE' })
    expect(combineParts([part(), judged]).warnings.map(({ code }) => code)).toEqual([
      'sampling.opinion-no-limit',
    ])
  })

  it('measures by the lowest materiality, and says that they differ', () => {
    const { tolerable, warnings } = combineParts([part(), part({ materiality: 0.01 })])
    expect(tolerable).toBe(20_000)
    expect(warnings.map(({ code }) => code)).toContain('sampling.opinion-materialities')
  })
})

describe('the samples of an inspection', () => {
  it('give an opinion from two on, those that were replaced left out', () => {
    expect(valueOf(opinionOver([sample(1)]))).toBeNull()
    const replacing = sample(2, { replaces: { id: 's1', reason: 'x' } })
    expect(valueOf(opinionOver([sample(1), replacing]))).toBeNull()
    const other = sample(3, { source: source({ listing: 'activities' }) })
    expect(valueOf(opinionOver([sample(1), replacing, other]))?.declared).toBe(2_000_000)
  })

  it('do not add up where they may have lines in common', () => {
    expect(codeOf(opinionOver([sample(1), sample(2)]))).toBe('sampling.opinion-overlap')
    expect(codeOf(opinionOver([sample(1, phase('P1')), sample(2, phase('P1'))]))).toBe(
      'sampling.opinion-overlap',
    )
    expect(opinionOver([sample(1, phase('P1')), sample(2, phase('P2'))]).ok).toBe(true)
  })

  it('wait for every one of them', () => {
    const open = { ...sample(2, phase('P2')), evaluation: err('sampling.results-missing') }
    expect(codeOf(opinionOver([sample(1, phase('P1')), open]))).toBe('sampling.opinion-not-evaluated')
  })
})
