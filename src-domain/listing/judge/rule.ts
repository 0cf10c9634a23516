import { fixedFigure } from '#domain/i18n/number-format.ts'
import type { ColumnId, Fields } from '#domain/listing/columns.ts'
import type { Crossings } from '#domain/listing/judge/crossings.ts'
import type { Register } from '#domain/listing/judge/register.ts'
import type { ListingName, RuleMark, Severity } from '#domain/listing/listing.ts'
import type { Details } from '#domain/result.ts'

/** What is known of a rule without a row. `code` is the key of its text in the `rule` catalog. */
export interface RuleEntry {
  readonly code: string
  /** Null when it holds in every listing. */
  readonly listing: ListingName | null
  readonly severity: Severity
  /** Set when it is milder in a column that is not required (`docs/domain/files.md`). */
  readonly whenOptional?: 'W'
  readonly columns: readonly string[]
  /** Code of the control point it serves (`resources/control-grid.json`), so its section and clause. */
  readonly point: string
}

/** One rule on the rows of a listing; `K` is what it may know besides the row. */
export interface Rule<L extends ListingName, K, S extends Severity = Severity> {
  readonly code: string
  readonly point: string
  readonly severity: S
  readonly columns: readonly ColumnId<L>[]
  /** Columns that a file may do without; then nothing is said of any row, but once that they are absent. */
  readonly needs?: readonly ColumnId<L>[]
  /** The listing it looks rows up in; without it nothing is compared, which is said once. */
  readonly against?: ListingName
  /** Values for the text when the row breaks the rule, null when it holds. */
  readonly breach: (row: Fields<L>, known: K) => Details | null
}

/** A rule that rejects the row; knows the listings that came before (`JUDGING_ORDER`). */
export type Gate<L extends ListingName> = Rule<L, Register, 'E'>

/** A rule that warns or suggests a finding; knows every row that was accepted. */
export type Check<L extends ListingName> = Rule<L, Register & Crossings, 'W' | 'F'>

/** The details when a rule is broken, null otherwise; they are only made when they are needed. */
export const when = (broken: boolean, details: () => Details = () => ({})): Details | null =>
  broken ? details() : null
/** The breach of a row that bears the number of another convention. */
export const otherAgreement = (
  row: { readonly agreementNo: string },
  { convention }: Register,
): Details | null =>
  when(row.agreementNo !== convention.agreementNo, () => ({
    found: row.agreementNo,
    expected: convention.agreementNo,
  }))

/** `2025-03-01` → `01/03/2025`, as both languages of the Region write it. */
export const printDay = (day: string): string => day.split('-').reverse().join('/')

/** `2.5` → `2,50`. */
export const printHours = (hours: number): string => fixedFigure(hours).replace('.', ',')

/** `9200000` cents → `92.000,00`. */
export const printEuros = (cents: number): string =>
  printHours(cents / 100).replace(/\d(?=(?:\d{3})+,)/g, '$&.')

/** The absent columns that a rule needs: with any of them absent it says nothing of a row. */
export const lackedBy = (
  { needs = [] }: { readonly needs?: readonly string[] },
  absent: readonly string[],
): readonly string[] => needs.filter((id) => absent.includes(id))

/** What a broken rule leaves on a row. */
export function markOf<L extends ListingName, K>(rule: Rule<L, K>, details: Details): RuleMark {
  const mark: RuleMark = { rule: rule.code, severity: rule.severity, columns: [...rule.columns] }
  if (Object.keys(details).length > 0) mark.details = { ...details }
  return mark
}
