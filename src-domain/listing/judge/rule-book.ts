import { activityChecks, activityGates } from '#domain/listing/judge/activity-rules.ts'
import { attendanceChecks, attendanceGates } from '#domain/listing/judge/attendance-rules.ts'
import { counsellorChecks } from '#domain/listing/judge/counsellor-rules.ts'
import { participantChecks, participantGates } from '#domain/listing/judge/participant-rules.ts'
import { printDay, when, type Check, type Gate } from '#domain/listing/judge/rule.ts'
import type { ListingName } from '#domain/listing/listing.ts'

/** What is suspicious in a technical reference: `domain.md` §C.6. */
const referenceChecks: readonly Check<'references'>[] = [
  {
    code: 'ref-validity-reversed',
    point: 'ACT-3',
    severity: 'W',
    columns: ['validFrom', 'validTo'],
    breach: ({ validFrom: from, validTo: to }) =>
      to === null ? null : when(to < from, () => ({ from: printDay(from), to: printDay(to) })),
  },
]

/** The rules that reject rows, by listing. */
export const GATES: { readonly [L in ListingName]: readonly Gate<L>[] } = {
  references: [],
  counsellors: [],
  activities: activityGates,
  participants: participantGates,
  attendance: attendanceGates,
  documents: [],
  payments: [],
}

/** The rules that warn or suggest a finding, by listing. */
export const CHECKS: { readonly [L in ListingName]: readonly Check<L>[] } = {
  references: referenceChecks,
  counsellors: counsellorChecks,
  activities: activityChecks,
  participants: participantChecks,
  attendance: attendanceChecks,
  documents: [],
  payments: [],
}

/** Codes of what the reading of a file itself says of a row or a cell. */
export const READING_RULES = [
  'row-quote',
  'row-column-count',
  'row-duplicate',
  'cell-missing',
  'cell-number',
  'cell-ambiguous-number',
  'cell-scientific',
  'cell-range',
  'cell-date',
  'cell-time',
  'cell-boolean',
  'cell-value',
  'cell-postcode',
  'cell-nis-code',
  'cell-enterprise-number',
  'cell-sha256',
  'cell-too-long',
  'cell-formula-error',
  'cell-niss-length',
  'cell-niss-checksum',
  'cell-niss-month',
  'cell-niss-padded',
] as const
