import type { BilingualText, ReportLanguage } from '#domain/convention/convention.ts'
import { numberFormat } from '#domain/i18n/number-format.ts'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import { formatEuros } from '#domain/money.ts'
import type { AppError, Details } from '#domain/result.ts'

/** Catalogs beside `print`, by area: their words are used in reports too. */
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
  /** An error or a warning in words. */
  readonly say: (error: AppError) => string
}

/** Words in one language, never mixed with the other (`domain.md` §F). */
export function printWords(print: Catalog, language: ReportLanguage, areas: Areas = {}): Words {
  const figures = numberFormat(language, { maximumFractionDigits: 6 })
  const percents = numberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  const find = (area: string, key: string, values?: Details): string | null => {
    const text = translate(areas[area] ?? {}, key, values)
    return text === key ? null : text
  }
  return {
    text: (key, values) => translate(print, key, values),
    pick: (label) => label[language],
    day: printDay,
    euros: (cents) => formatEuros(cents, language),
    figure: (value) => figures.format(value),
    percent: (rate) => percents.format(rate),
    find,
    say: ({ code, details }) => {
      const dot = code.indexOf('.')
      return find(code.slice(0, dot), `errors.${code.slice(dot + 1)}`, inWords(print, details)) ?? code
    },
  }
}

/** Details that are codes, and where their words stand. */
const CODED: Readonly<Record<string, string>> = { method: 'samplingMethod', notice: 'noticeName' }

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
