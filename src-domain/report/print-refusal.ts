import { citeClauses, printClauses } from '#domain/convention/cite-clauses.ts'
import { ACCESS_POINT, AccessTo, isObstructed, visitEnd } from '#domain/inspection/refusal.ts'
import type { Words } from '#domain/report/print-words.ts'
import type { ReportInput } from '#domain/report/report-input.ts'
import type { ReportRefusal } from '#domain/report/report-model.ts'

/** A refused access in words, with what the convention itself says of access; null when the visit was held. */
export function printRefusal(
  { inspection, convention }: Pick<ReportInput, 'inspection' | 'convention'>,
  words: Words,
): ReportRefusal | null {
  if (!isObstructed(inspection)) return null
  const { refusedAt, refusedBy, refusedAccess, refusalWords, refusalWitnesses } = visitEnd(inspection)
  const refused = AccessTo.enum.filter((access) => refusedAccess.includes(access))
  return {
    at: refusedAt,
    by: refusedBy,
    access: refused.map((access) => words.text(`access.${access}`)),
    words: refusalWords,
    witnesses: refusalWitnesses,
    clauses: printClauses(citeClauses(convention, ACCESS_POINT), inspection.language),
  }
}
