import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyProjection, type ProjectionGround } from '#domain/sampling/apply-projection.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'

describe('applying a projection', () => {
  const evaluation = { totalError: 100_000, confirmed: 10_000 }
  const ground: ProjectionGround = {
    clauses: [{ validFrom: '2025-01-01', extrapolation: true }],
    notices: [
      { kind: 'METHOD', sentOn: '2025-11-10' },
      { kind: 'RESULT', sentOn: '2025-12-20' },
    ],
    ...{ drawnOn: '2025-11-20', on: '2026-01-10' },
  }

  it('takes what is projected beyond the errors confirmed', () => {
    expect(valueOf(applyProjection(evaluation, ground)).amount).toBe(90_000)
    expect(valueOf(applyProjection({ totalError: 5, confirmed: 10 }, ground)).amount).toBe(0)
  })

  it('is refused without its clause or its dated notices, whatever they are', () => {
    const notice = fc.record({
      kind: fc.constantFrom('METHOD' as const, 'RESULT' as const),
      sentOn: fc.constantFrom('2025-11-10', '2026-01-10', '2026-01-11', '2025-02-30'),
    })
    const clause = fc.record({
      validFrom: fc.constantFrom('2025-01-01', '2025-06-01', '2025-12-01'),
      extrapolation: fc.boolean(),
    })
    const given = fc.record({
      clauses: fc.array(clause, { maxLength: 1 }),
      notices: fc.array(notice, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(given, ({ clauses, notices }) => {
        const applied = applyProjection(evaluation, { ...ground, clauses, notices })
        const hasClause = clauses.some((one) => one.extrapolation && one.validFrom <= '2025-11-20')
        const has = (kind: string): boolean =>
          notices.some((one) => one.kind === kind && ['2025-11-10', '2026-01-10'].includes(one.sentOn))
        expect(applied.ok).toBe(hasClause && has('METHOD') && has('RESULT'))
        if (!hasClause) expect(codeOf(applied)).toBe('sampling.no-extrapolation-clause')
        else if (!applied.ok) expect(codeOf(applied)).toBe('sampling.notice-missing')
      }),
    )
  })
})
