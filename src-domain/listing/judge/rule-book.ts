import { activityChecks, activityGates } from '#domain/listing/judge/activity-rules.ts'
import { attendanceChecks, attendanceGates } from '#domain/listing/judge/attendance-rules.ts'
import { CLAIM_RULES } from '#domain/listing/judge/claim-rules.ts'
import { counsellorChecks } from '#domain/listing/judge/counsellor-rules.ts'
import { documentChecks } from '#domain/listing/judge/document-rules.ts'
import { participantChecks, participantGates } from '#domain/listing/judge/participant-rules.ts'
import { paymentChecks } from '#domain/listing/judge/payment-rules.ts'
import { READING_RULES } from '#domain/listing/judge/reading-rules.ts'
import { printDay, when, type Check, type Gate, type RuleEntry } from '#domain/listing/judge/rule.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'

/** What is suspicious in a technical reference: `docs/domain/columns.md`. */
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
  documents: documentChecks,
  payments: paymentChecks,
}

const judgingRules = LISTING_NAMES.flatMap((listing): RuleEntry[] =>
  [...GATES[listing], ...CHECKS[listing]].map(({ code, severity, columns, point }) => ({
    ...{ code, listing, severity, columns, point },
  })),
)

/** Every rule there is: of reading, of judging in the order of the listings, of comparing with other packages. */
export const RULES: readonly RuleEntry[] = [...READING_RULES, ...judgingRules, ...CLAIM_RULES]

const entries = new Map(RULES.map((rule) => [`${rule.code} ${rule.listing ?? ''}`, rule]))
const firstOf = new Map(RULES.toReversed().map((rule) => [rule.code, rule]))

/** The rule of a code, as its listing has it where several have one of that code; undefined when there is none. */
export const ruleOf = (code: string, listing?: ListingName): RuleEntry | undefined =>
  entries.get(`${code} ${listing ?? ''}`) ?? firstOf.get(code)
