import { expect, it } from 'vitest'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { Decision, ReportVersion, Submission } from '#domain/report/report-version.ts'
import { isReasonEnough } from '#renderer/features/review/commands/decide.ts'
import { historyOf } from '#renderer/features/review/history.ts'

const inspection = {
  plannedDate: '2026-11-18',
  visitDate: '2026-11-20',
  inspectorName: 'A. Baert',
} as Inspection
const report = (version: number, kind: 'SIGNED' | 'REFUSED'): ReportVersion =>
  ({
    id: `r${version}`,
    version,
    signedAt: `2026-11-2${version}T15:00:00Z`,
    signedBy: 'A. Baert',
    acknowledgement: { kind, name: 'B. Janssens', function: '', remark: 'remark' },
  }) as ReportVersion
const submission = { id: 's1', version: 1, submittedAt: '2026-11-21T16:00:00Z' } as Submission
const decision = {
  id: 'd1',
  version: 1,
  outcome: 'RETURNED',
  reason: 'The amounts differ',
  decidedAt: '2026-11-21T17:00:00Z',
  decidedBy: 'S. Peeters',
} as Decision

it('tells what happened, newest first, with who and why', () => {
  const history = historyOf({
    inspection,
    reports: [report(1, 'SIGNED')],
    submissions: [submission],
    decisions: [decision],
  })
  expect(history.map(({ kind }) => kind)).toEqual([
    'returned',
    'submitted',
    'signed',
    'acknowledged',
    'visited',
    'planned',
  ])
  expect(history[0]).toMatchObject({ who: 'S. Peeters', version: 1, reason: 'The amounts differ' })
})

it('says when the partner refused to sign', () => {
  const history = historyOf({ inspection, reports: [report(1, 'REFUSED')], submissions: [], decisions: [] })
  expect(history.map(({ kind }) => kind)).toContain('refused')
})

it('takes a reason of ten characters, blanks at its ends aside', () => {
  expect([isReasonEnough('0123456789'), isReasonEnough('   short    '), isReasonEnough('')]).toEqual([
    true,
    false,
    false,
  ])
})
