import { CLAIM_RULES } from '#domain/listing/judge/claim-rules.ts'
import type { ListingRow, RuleMark } from '#domain/listing/listing.ts'

/** What other packages claim is found each time a listing is opened, and is no part of it. */
const CLAIMS = new Set(CLAIM_RULES.map(({ code }) => code))
const ownMarks = (marks: readonly RuleMark[]): RuleMark[] => marks.filter(({ rule }) => !CLAIMS.has(rule))

/** Whether rules say of each row what they said before. */
export const isSameJudgement = (before: readonly ListingRow[], after: readonly ListingRow[]): boolean =>
  before.length === after.length &&
  before.every(({ marks }, at) => sayOf(marks) === sayOf(after[at]?.marks ?? []))

/** As text, whatever the order in which the rules spoke. */
const sayOf = (marks: readonly RuleMark[]): string =>
  marks.length === 0
    ? ''
    : ownMarks(marks)
        .map((mark) => JSON.stringify(mark))
        .sort()
        .join()
