import { describe, expect, it } from 'vitest'
import {
  agreedFteOn,
  amountOn,
  ceilingOn,
  euRateOn,
  flatRateOn,
  parametersOn,
} from '#domain/convention/parameters.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'

/** The sample convention whose figures change on 1 July 2025; lists are in no order. */
function changing() {
  const convention = sampleConvention()
  const [limits] = convention.parameters
  if (!limits) throw new Error('no limits')
  convention.parameters = [{ ...limits, validFrom: '2025-07-01', groupMin: 6 }, limits]
  Object.assign(convention.financing, {
    terms: [
      { validFrom: '2025-07-01', annualCeiling: 200, agreedFte: 2.5, euRate: 0.4 },
      { validFrom: '2025-01-01', annualCeiling: 100, agreedFte: 1, euRate: null },
    ],
    flatRates: [{ kind: 'ART_54_A', validFrom: '2025-07-01', rate: 0.07 }],
  })
  return convention
}

describe('the parameters on a day', () => {
  it.each([
    ['2025-06-30', 4, 100, 1, null],
    ['2025-07-01', 6, 200, 2.5, 0.4],
    ['2031-01-01', 6, 200, 2.5, 0.4],
  ])('on %s are the latest ones that have begun', (day, groupMin, ceiling, fte, rate) => {
    const convention = changing()
    expect(parametersOn(convention, day).groupMin).toBe(groupMin)
    expect(ceilingOn(convention, day)).toBe(ceiling)
    expect(agreedFteOn(convention, day)).toBe(fte)
    expect(euRateOn(convention, day)).toBe(rate)
    expect(flatRateOn(convention, 'ART_54_A', day)).toBe(rate === null ? null : 0.07)
    expect(flatRateOn(convention, 'ART_55_1', day)).toBeNull()
  })

  it('are the first ones for what stands before the convention', () => {
    expect(parametersOn(changing(), '2020-01-01').groupMin).toBe(4)
    expect(ceilingOn(changing(), '2020-01-01')).toBe(100)
  })

  it('give the amount of a code, and none before the code had one', () => {
    const { unitCosts } = sampleConvention().financing
    const scale = [...unitCosts, { ...unitCosts[0]!, validFrom: '2025-07-01', amount: 118_000 }]
    expect(amountOn(scale, 'UC-P1', '2025-06-30')).toBe(115_000)
    expect(amountOn(scale, 'UC-P1', '2025-07-01')).toBe(118_000)
    expect(amountOn(scale, 'UC-P1', '2024-12-31')).toBeNull()
    expect(amountOn(scale, 'UC-P9', '2025-07-01')).toBeNull()
  })
})
