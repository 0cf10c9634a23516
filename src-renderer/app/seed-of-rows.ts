import i18next from 'i18next'
import { citeClauses, printClauses } from '#domain/convention/cite-clauses.ts'
import type { Convention } from '#domain/convention/convention.ts'
import type { Finding, LinkedRow } from '#domain/finding/finding.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { columnOf, columnTitle } from '#domain/listing/columns.ts'
import { ruleOf } from '#domain/listing/judge/rule-book.ts'
import type { RuleMark } from '#domain/listing/listing.ts'

type Language = Inspection['language']

/** What `Finding.criterion` can hold. */
const LONGEST = 10_000

/**
 * What a finding made of listing rows starts from: the rows and, when they break a rule, its sentence as the condition,
 * the control point it serves, and as the criterion the clauses that ground this point, all in the language of the
 * report. With several rows, the values of one are left open for the inspector to complete.
 * @param convention undefined when this laptop does not have it: then nothing is cited
 */
export function seedOfRows(
  rows: LinkedRow[],
  mark: RuleMark | undefined,
  language: Language,
  convention: Pick<Convention, 'sections'> | undefined,
): Pick<Finding, 'rows' | 'condition' | 'criterion' | 'pointCode'> {
  if (!mark) return { rows, condition: '', criterion: '', pointCode: null }
  const sentence = i18next.getFixedT(language, 'rule')(mark.rule, valuesOf(rows, mark, language))
  const condition = i18next.getFixedT(language, 'finding')('of-rows', { sentence, count: rows.length })
  const pointCode = ruleOf(mark.rule, rows[0]?.listing)?.point ?? null
  return { rows, condition, pointCode, criterion: criterionOf(pointCode, language, convention) }
}

/** What a finding made on a control point starts from: the point, and as the criterion the clauses that ground it. */
export const seedOfPoint = (
  pointCode: string,
  language: Language,
  convention: Pick<Convention, 'sections'> | undefined,
): Pick<Finding, 'pointCode' | 'criterion'> => ({
  pointCode,
  criterion: criterionOf(pointCode, language, convention),
})

function criterionOf(
  point: string | null,
  language: Language,
  convention: Pick<Convention, 'sections'> | undefined,
): string {
  if (point === null || !convention) return ''
  return printClauses(citeClauses(convention, point), language).slice(0, LONGEST)
}

function valuesOf(rows: readonly LinkedRow[], { details = {} }: RuleMark, language: Language) {
  const [only, second] = rows
  if (!only || second) return Object.fromEntries(Object.keys(details).map((name) => [name, '…']))
  const column = columnOf(only.listing, String(details['column']))
  return column ? { ...details, column: columnTitle(column, language) } : details
}
