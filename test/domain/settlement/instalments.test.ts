import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  INSTALMENT_PRESETS,
  nextInstalment,
  payableUntil,
  planInstalments,
} from '#domain/settlement/instalments.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'

const amounts = (grant: number, preset: keyof typeof INSTALMENT_PRESETS): number[] =>
  valueOf(planInstalments(grant, INSTALMENT_PRESETS[preset])).map(({ amount }) => amount)

describe('instalments (docs/formulas.md)', () => {
  it('follow the presets, and up to € 6,000 all is paid at once', () => {
    expect(amounts(1_000_001, '85_15')).toEqual([850_001, 150_000])
    expect(amounts(600_000, '85_15')).toEqual([600_000])
    expect(amounts(600_001, '50_50')).toEqual([300_001, 300_000])
    expect(amounts(100, '70_30')).toEqual([70, 30])
  })

  it('add up to the grant, always', () => {
    const preset = fc.constantFrom(
      ...(Object.keys(INSTALMENT_PRESETS) as (keyof typeof INSTALMENT_PRESETS)[]),
    )
    fc.assert(
      fc.property(fc.nat(1_000_000_000), preset, (grant, name) => {
        expect(amounts(grant, name).reduce((sum, amount) => sum + amount, 0)).toBe(grant)
      }),
    )
  })

  it('say which comes next and until when', () => {
    const plan = valueOf(planInstalments(1_000_000, INSTALMENT_PRESETS['85_15']))
    const [first, last] = plan
    expect(nextInstalment(plan, [])).toBe(first)
    expect(nextInstalment(plan, [{ paidOn: '2025-01-01', amount: 850_000 }])).toBe(last)
    expect(
      nextInstalment(
        plan,
        [first!, last!].map(({ amount }) => ({ paidOn: '2025-01-01', amount })),
      ),
    ).toBeNull()
    expect(payableUntil(first!, '2025-01-02')).toBe('2025-01-30')
    expect(payableUntil(INSTALMENT_PRESETS['70_30'].terms[0], '2025-01-02')).toBeNull()
  })

  it('must be a hundred per cent', () => {
    const half = { ...INSTALMENT_PRESETS['50_50'], terms: INSTALMENT_PRESETS['50_50'].terms.slice(1) }
    expect(codeOf(planInstalments(100, half))).toBe('settlement.instalments-wrong')
  })
})
