import type { ClaimListing } from '#domain/listing/judge/claim.ts'
import type { RuleEntry } from '#domain/listing/judge/rule.ts'

interface ClaimRule extends RuleEntry {
  readonly listing: ClaimListing
}

/** The same person followed elsewhere over a common period: double funding, whatever the measure. */
export const PERSON_OVERLAP: ClaimRule = {
  code: 'claim-person-overlap',
  listing: 'participants',
  severity: 'F',
  columns: ['niss', 'entryDate', 'exitDate'],
  point: 'FIN-6',
}
/** The same person followed elsewhere at another time, in the same measure. */
export const PERSON_MEASURE: ClaimRule = {
  code: 'claim-person-measure',
  listing: 'participants',
  severity: 'W',
  columns: ['niss', 'entryDate', 'exitDate'],
  point: 'FIN-6',
}
/** The same participant in two places at the same hour. */
export const PARTICIPANT_HOUR: ClaimRule = {
  code: 'claim-participant-hour',
  listing: 'attendance',
  severity: 'F',
  columns: ['activityId', 'participationId'],
  point: 'OBJ-3',
}
/** The same counsellor in two places at the same hour. */
export const COUNSELLOR_HOUR: ClaimRule = {
  code: 'claim-counsellor-hour',
  listing: 'activities',
  severity: 'F',
  columns: ['counsellorId', 'date', 'startTime', 'endTime'],
  point: 'FIN-6',
}

/** What is said of rows that another package on this laptop claims too (`docs/domain/files.md`, double claims). */
export const CLAIM_RULES: readonly ClaimRule[] = [
  PERSON_OVERLAP,
  PERSON_MEASURE,
  PARTICIPANT_HOUR,
  COUNSELLOR_HOUR,
]
