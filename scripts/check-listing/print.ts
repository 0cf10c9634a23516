import { translate, type Catalog } from '#domain/i18n/translate.ts'
import { columnOf, columnTitle } from '#domain/listing/columns.ts'
import type { ImportedListing } from '#domain/listing/import-listings.ts'
import type { ImportNotice } from '#domain/listing/import-notices.ts'
import type { ListingName, RuleMark, Severity } from '#domain/listing/listing.ts'
import { nameListings } from '#domain/listing/name-listings.ts'
import type { AppError, Details } from '#domain/result.ts'
import enCommon from '#resources/locales/en/common.json'
import enMapping from '#resources/locales/en/mapping.json'
import frCommon from '#resources/locales/fr/common.json'
import frMapping from '#resources/locales/fr/mapping.json'
import nlCommon from '#resources/locales/nl/common.json'
import nlMapping from '#resources/locales/nl/mapping.json'
import enCheck from '#resources/locales/en/check.json'
import enImport from '#resources/locales/en/import.json'
import enRule from '#resources/locales/en/rule.json'
import frCheck from '#resources/locales/fr/check.json'
import frImport from '#resources/locales/fr/import.json'
import frRule from '#resources/locales/fr/rule.json'
import nlCheck from '#resources/locales/nl/check.json'
import nlImport from '#resources/locales/nl/import.json'
import nlRule from '#resources/locales/nl/rule.json'

export type Language = 'fr' | 'nl' | 'en'

const catalogs: Readonly<Record<Language, Readonly<Record<string, Catalog>>>> = {
  fr: { check: frCheck, common: frCommon, import: frImport, mapping: frMapping, rule: frRule },
  nl: { check: nlCheck, common: nlCommon, import: nlImport, mapping: nlMapping, rule: nlRule },
  en: { check: enCheck, common: enCommon, import: enImport, mapping: enMapping, rule: enRule },
}

/** One thing a rule said of one row. */
export interface PrintedMark {
  readonly line: number
  /** The first column the rule looks at; null when it looks at the whole row. */
  readonly column: string | null
  readonly columns: readonly string[]
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly details: Details
}

export type PrintedNotice = ImportNotice & { readonly message: string }

/** What the command prints of a listing that was read; long lists are made while they are printed. */
export interface PrintedJudgement {
  readonly file: string
  readonly listing: string
  readonly encoding: string
  readonly separator: string
  readonly sheet: string | null
  readonly headerLine: number
  /** Headers that mean nothing in this listing; their columns were left out. */
  readonly unknownHeaders: readonly string[]
  readonly totalLines: readonly number[]
  /** What is unusual in the convention. */
  readonly conventionWarnings: readonly PrintedProblem[]
  /** What is said once of the file, and not of its rows. */
  readonly notices: readonly PrintedNotice[]
  readonly read: number
  readonly accepted: number
  readonly rejectedRows: number
  readonly rejected: Iterable<PrintedMark>
  readonly warnings: Iterable<PrintedMark>
  readonly suggestedFindings: Iterable<PrintedMark>
}

/** A file, or the whole question, that was refused. */
export interface PrintedRefusal {
  readonly refused: PrintedProblem
  /** What is wrong, one by one, where all of it is told at once. */
  readonly problems?: readonly PrintedProblem[]
}

export interface PrintedProblem {
  readonly code: string
  readonly message: string
  readonly details: Details
}

/** What was judged, as data and in words. Identities are not repeated in any message. */
export function printJudgement(
  imported: ImportedListing,
  warnings: readonly AppError[],
  language: Language,
): PrintedJudgement {
  const { fileName, listing, encoding, separator, sheet, headerLine } = imported
  const { unknownHeaders, totalLines, counts, rows, rejected } = imported
  const print = (line: number, mark: RuleMark): PrintedMark => printMark(imported, line, mark, language)
  function* marksOf(severity: Severity): Generator<PrintedMark> {
    for (const { line, marks } of rows)
      for (const mark of marks) if (mark.severity === severity) yield print(line, mark)
  }
  function* reasons(): Generator<PrintedMark> {
    for (const row of rejected) for (const mark of row.reasons) yield print(row.line, mark)
  }
  return {
    ...{ file: fileName, listing, encoding, separator, sheet, headerLine, unknownHeaders, totalLines },
    conventionWarnings: warnings.map((warning) => printProblem(warning, language)),
    notices: imported.notices.map((notice) => printNotice(listing, notice, language)),
    ...{ read: counts.read, accepted: counts.accepted, rejectedRows: counts.rejected },
    rejected: reasons(),
    warnings: marksOf('W'),
    suggestedFindings: marksOf('F'),
  }
}

function printMark(
  { listing }: ImportedListing,
  line: number,
  { rule, severity, columns, details = {} }: RuleMark,
  language: Language,
): PrintedMark {
  const column = columnOf(listing, String(details['column']))
  const named = column ? { ...details, column: columnTitle(column, language) } : details
  const message = translate(catalogs[language]['rule'] ?? {}, rule, named)
  return { line, column: columns[0] ?? null, columns, rule, severity, message, details }
}

/** Why nothing was judged, as data and in words. */
export function printRefusal(error: AppError, language: Language): PrintedRefusal {
  const refused = printProblem(error, language)
  const { others } = error
  return others ? { refused, problems: others.map((other) => printProblem(other, language)) } : { refused }
}

function printProblem(error: AppError, language: Language): PrintedProblem {
  const { code, details = {} } = error
  return { code, message: messageOf(error, language), details }
}

/** An error or a warning in words. */
export function messageOf({ code, details = {} }: AppError, language: Language): string {
  const [area = '', what = ''] = code.split('.')
  const named = nameListings(details, (listing) => nameOf(listing, language))
  return translate(catalogs[language][area] ?? {}, `errors.${what}`, named)
}

const nameOf = (listing: ListingName, language: Language): string =>
  translate(catalogs[language]['common'] ?? {}, `listing.${listing}`)

function printNotice(listing: ListingName, notice: ImportNotice, language: Language): PrintedNotice {
  const titleOf = (id: string): string => {
    const column = columnOf(listing, id)
    return column ? columnTitle(column, language) : id
  }
  const names =
    notice.kind === 'columns-absent'
      ? notice.columns.map(titleOf)
      : notice.kind === 'not-compared'
        ? notice.listings.map((other) => nameOf(other, language))
        : []
  const message = translate(catalogs[language]['mapping'] ?? {}, `result.notice.${notice.kind}`, {
    names: names.join(', '),
  })
  return { ...notice, message }
}
