import type { BilingualText, ReportLanguage } from '#domain/convention/convention.ts'
import { numberFormat } from '#domain/i18n/number-format.ts'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import { formatEuros } from '#domain/money.ts'
import type { AppError, Details } from '#domain/result.ts'

/** Catalogs beside `print`, by area: names in them are used in reports too, never their sentences. */
export type Areas = Readonly<Record<string, Catalog>>

/** The report's language at work: fixed words, bilingual texts, days. */
export interface Words {
  readonly text: (key: string, values?: Details) => string
  readonly pick: (label: BilingualText) => string
  /** `2026-11-23` or an ISO time → `23/11/2026`; anything else unchanged, nothing → empty. */
  readonly day: (iso: string | null) => string
  /** `1265000` → `12 650,00 €` or `€ 12.650,00`. */
  readonly euros: (cents: number) => string
  /** Grouped digits, at most six decimals. */
  readonly figure: (value: number) => string
  /** `0.02` → `2 %`. */
  readonly percent: (rate: number) => string
  /** A text of another area; null when it has none under that key. */
  readonly find: (area: string, key: string, values?: Details) => string | null
  /**
   * The fact behind an error or a warning, for a partner: the text `told.<code>` of `print`. Null when there is none:
   * then it concerns the inspector alone. What a screen says of it ends in advice, and never gets into a report.
   */
  readonly told: (error: AppError) => string | null
  /** The words for a stored value, `group.value` of `print`; the value itself when it is no code of ours. */
  readonly name: (group: 'cell' | 'unit', value: string) => string
}

/** Words in one language, never mixed with the other (`docs/domain/report.md`). */
export function printWords(print: Catalog, language: ReportLanguage, areas: Areas = {}): Words {
  const figures = numberFormat(language, { maximumFractionDigits: 6 })
  const percents = numberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  return {
    text: (key, values) => translate(print, key, values),
    pick: (label) => label[language],
    day: printDay,
    euros: (cents) => formatEuros(cents, language),
    figure: (value) => figures.format(value),
    percent: (rate) => percents.format(rate),
    find: (area, key, values) => lookUp(areas[area] ?? {}, key, values),
    told: ({ code, details }) => lookUp(print, `told.${code}`, inWords(print, details)),
    name: (group, value) => lookUp(print, `${group}.${value}`) ?? value,
  }
}

/** A text, or null when the catalog has none under that key. */
function lookUp(catalog: Catalog, key: string, values?: Details): string | null {
  const text = translate(catalog, key, values)
  return text === key ? null : text
}

/** Details that are codes, and where their words stand. */
const CODED: Readonly<Record<string, string>> = { notice: 'noticeName' }

/** Says codes among the details of an error in words. */
function inWords(print: Catalog, details: Details = {}): Details {
  const said = Object.entries(details).map(([name, value]) => {
    const key = CODED[name]
    return [name, key === undefined ? value : translate(print, `${key}.${value}`)] as const
  })
  return Object.fromEntries(said)
}

function printDay(iso: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '')
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : (iso ?? '')
}
