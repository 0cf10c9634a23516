import type { ReportLanguage } from '#domain/convention/convention.ts'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import { printWords, type Areas, type Words } from '#domain/report/print-words.ts'
import type { Details } from '#domain/result.ts'

/** The catalogs a workbook is written with, all in one language. */
export interface PaperCatalogs {
  readonly language: ReportLanguage
  readonly workpaper: Catalog
  readonly print: Catalog
  /** `sampling` and `settlement`. */
  readonly areas: Areas
}

/** The words of a workbook: its own, and those it shares with the report. */
export interface PaperWords {
  readonly text: (key: string, values?: Details) => string
  readonly print: (key: string, values?: Details) => string
  readonly report: Words
}

export function paperWords({ language, workpaper, print, areas }: PaperCatalogs): PaperWords {
  const report = printWords(print, language, areas)
  return { text: (key, values) => translate(workpaper, key, values), print: report.text, report }
}
