import { expect, it } from 'vitest'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { Outcome } from '#domain/report/acknowledgement.ts'
import {
  isReasonEnough,
  type Decision,
  type ReportVersion,
  type Submission,
  type Withdrawal,
} from '#domain/report/report-version.ts'
import { historyOf, type FileRecords } from '#renderer/features/review/history.ts'
import en from '#resources/locales/en/review.json' with { type: 'json' }
import fr from '#resources/locales/fr/review.json' with { type: 'json' }
import nl from '#resources/locales/nl/review.json' with { type: 'json' }

const inspection = {
  plannedDate: '2026-11-18',
  visitDate: '2026-11-20',
  inspectorName: 'A. Baert',
} as Inspection
const report = (version: number, kind: Outcome): ReportVersion =>
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

const file: FileRecords = {
  ...{ inspection, reports: [], submissions: [], withdrawals: [], decisions: [] },
  ...{ changes: new Map(), refusedActs: [] },
}

it('tells what happened, newest first, with who and why', () => {
  const history = historyOf({
    ...file,
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

it.each([
  ['SIGNED', 'acknowledged'],
  ['REFUSED', 'refused'],
  ['ABSENT', 'absent'],
  ['UNABLE', 'unable'],
  ['REPLY_LATER', 'reply-later'],
] as const)('has its own sentence for the outcome %s, in every language', (outcome, kind) => {
  const history = historyOf({ ...file, reports: [report(1, outcome)] })
  expect(history.map((entry) => entry.kind)).toContain(kind)
  const sentences = [fr, nl, en].map((catalog) => catalog.history[kind])
  for (const sentence of sentences) expect(sentence).toContain('{{version}}')
  expect(new Set(sentences).size).toBe(3)
})

it('says of a visit that access was refused, and not that it was held', () => {
  const refused = { ...inspection, visitOutcome: 'ACCESS_REFUSED' as const }
  const history = historyOf({ ...file, inspection: refused })
  expect(history.map(({ kind }) => kind)).toEqual(['obstructed', 'planned'])
})

it('tells a withdrawal with who and why, and what waits to be sent', () => {
  const withdrawal = {
    ...{ id: 'w1', version: 1, reason: 'Une date est fausse' },
    ...{ withdrawnAt: '2026-11-21T15:30:00Z', withdrawnBy: 'A. Baert' },
  } as Withdrawal
  const history = historyOf({
    ...file,
    reports: [report(1, 'SIGNED')],
    withdrawals: [withdrawal],
    changes: new Map([['withdrawal/w1', { state: 'waiting' }]]),
  })
  expect(history[0]).toMatchObject({
    ...{ kind: 'withdrawn', who: 'A. Baert', reason: 'Une date est fausse', change: { state: 'waiting' } },
  })
  expect(history.slice(1).map(({ change }) => change)).toEqual([null, null, null, null])
})

it('takes a reason of ten characters, blanks at its ends aside', () => {
  expect([isReasonEnough('0123456789'), isReasonEnough('   short    '), isReasonEnough('')]).toEqual([
    true,
    false,
    false,
  ])
})
