import { randomUUID } from 'node:crypto'
import type { PushResult } from '#domain/sync/protocol.ts'
import type { Draft } from '#test/central/laptop.ts'
import { decision, report, submission, withdrawal } from '#test/central/records.ts'

/** What moves an inspection on, as changes to send. */
export const actsOf = (scope: string) => {
  const act = (
    kind: Draft['kind'],
    make: (rec: string) => Record<string, unknown>,
  ): Draft & { rec: string } => {
    const rec = randomUUID()
    return { scope, kind, rec, patch: make(rec) }
  }
  const step = (state: string): Draft => ({
    ...{ scope, kind: 'inspection', rec: scope, baseVer: 1e9 },
    patch: { state },
  })
  return {
    step,
    sign(version: number, pdf: string): { reportId: string; drafts: Draft[] } {
      const signed = act('report', (rec) => report(scope, rec, version, pdf))
      return { reportId: signed.rec, drafts: [signed, step('DRAFT_SIGNED')] }
    },
    submit: (version: number, reportId: string) =>
      act('submission', (rec) => submission(scope, rec, version, reportId)),
    withdraw: (version: number, reportId: string, reason = 'The hours of P-0004 are wrong.') =>
      act('withdrawal', (rec) => withdrawal(scope, rec, version, reportId, reason)),
    decide: (version: number, reportId: string, outcome: 'APPROVED' | 'RETURNED', reason = '') =>
      act('decision', (rec) => decision(scope, rec, version, reportId, outcome, reason)),
  }
}

/** Why each change was refused, or what became of it. */
export const reasonsOf = (results: readonly PushResult[]): string[] =>
  results.map(({ outcome, reason }) => reason ?? outcome)
