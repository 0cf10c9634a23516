import i18next from 'i18next'
import type { Finding, LinkedRow } from '#domain/finding/finding.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { columnOf, columnTitle } from '#domain/listing/columns.ts'
import type { RuleMark } from '#domain/listing/listing.ts'

type Language = Inspection['language']

/**
 * What a finding made of listing rows starts from: the rows and, when they break a rule, its sentence as the condition,
 * in the language of the report. With several rows, the values of one are left open for the inspector to complete.
 */
export function seedOfRows(
  rows: LinkedRow[],
  mark: RuleMark | undefined,
  language: Language,
): Pick<Finding, 'rows' | 'condition'> {
  if (!mark) return { rows, condition: '' }
  const sentence = i18next.getFixedT(language, 'rule')(mark.rule, valuesOf(rows, mark, language))
  const condition = i18next.getFixedT(language, 'finding')('of-rows', { sentence, count: rows.length })
  return { rows, condition }
}

function valuesOf(rows: readonly LinkedRow[], { details = {} }: RuleMark, language: Language) {
  const [only, second] = rows
  if (!only || second) return Object.fromEntries(Object.keys(details).map((name) => [name, '…']))
  const column = columnOf(only.listing, String(details['column']))
  return column ? { ...details, column: columnTitle(column, language) } : details
}
