import { describe, expect, it } from 'vitest'
import { FlatRateKind } from '#domain/convention/financing.ts'
import { UNION_RATES, unionRateOn } from '#domain/convention/union-rates.ts'
import { hourlyRate } from '#domain/settlement/hourly-rate.ts'
import { settleActualCosts } from '#domain/settlement/actual-costs.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'

describe('the ready-made rates of the Union', () => {
  it('are 7, 15, 25, 20 and 40 %, and 1,720 hours, each from a day on and with its law', () => {
    const kinds = [...FlatRateKind.enum, 'ANNUAL_HOURS'] as const
    expect(kinds.map((kind) => unionRateOn(kind, '2025-01-01'))).toEqual([0.07, 0.15, 0.25, 0.2, 0.4, 1720])
    for (const { source, validFrom } of UNION_RATES) {
      expect(source).toMatch(/^Regulation \(EU\) 2021\/1060, art\. 5[456]/)
      expect(validFrom).toBe('2021-07-01')
    }
  })

  it('hold before their first day as on it', () => {
    expect(unionRateOn('ART_54_A', '2021-01-01')).toBe(0.07)
  })

  it('bound the rate by a method (art. 54(c)) and let it stand beside no other rate of indirect costs', () => {
    const settle = (rate: number, more: readonly 'ART_54_A'[] = []) =>
      settleActualCosts({
        ...{ mode: 'ACTUAL_COSTS', keys: [], period: { start: '2025-01-01', end: '2025-12-31' } },
        rows: [{ row: 'D-1', category: 'OPERATING', date: '2025-02-01', declared: 10_000 }],
        flatRates: [
          { kind: 'ART_54_C', validFrom: '2025-01-01', rate },
          ...more.map((kind) => ({ kind, validFrom: '2025-01-01', rate: 0.07 })),
        ],
        ...{ uses: ['ART_54_C', ...more], frame: { ceiling: 100_000, advances: [] } },
      })
    expect(valueOf(settle(0.25)).accepted).toBe(12_500)
    expect(codeOf(settle(0.26))).toBe('settlement.flat-rate-above-maximum')
    expect(codeOf(settle(0.25, ['ART_54_A']))).toBe('settlement.flat-rate-combination')
  })

  it('give the hours of the hourly rate of a day', () => {
    expect(valueOf(hourlyRate({ cost: 5_848_000, on: '2025-01-01' }))).toBe(3400)
  })
})
