import type { ReportLanguage } from '#domain/convention/convention.ts'
import { numberFormat } from '#domain/i18n/number-format.ts'
import { translate } from '#domain/i18n/translate.ts'
import { formatEuros } from '#domain/money.ts'
import type { Details } from '#domain/result.ts'
import fr from '#resources/locales/fr/print.json'
import nl from '#resources/locales/nl/print.json'

const catalogs = { fr, nl }

/** Fixed words and Belgian figures of one report. */
export interface PrintTexts {
  text(key: string, values?: Details): string
  /** `1265000` → `12 650,00 €` or `€ 12.650,00`. */
  euros(cents: number): string
  /** Grouped digits, at most two decimals. */
  figure(value: number): string
  /** `0.0228` → `2,28 %`. */
  percent(rate: number): string
  /** `2 516 582` → `2,4 MB`. */
  bytes(size: number): string
  /** `2026-11-23T09:00:00Z` → `23/11/2026 10:00`, Brussels time. */
  time(iso: string): string
}

/** The words of a report, in its language only. */
export function printTexts(language: ReportLanguage): PrintTexts {
  const figures = numberFormat(language, { maximumFractionDigits: 2 })
  const megabytes = numberFormat(language, { maximumFractionDigits: 1 })
  const percents = numberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  const unit = language === 'fr' ? 'o' : 'B'
  return {
    text: (key, values) => translate(catalogs[language], key, values),
    euros: (cents) => formatEuros(cents, language),
    figure: (value) => figures.format(value),
    percent: (rate) => percents.format(rate),
    bytes: (size) =>
      size < 100_000
        ? `${megabytes.format(size / 1000)}\u00a0k${unit}`
        : `${megabytes.format(size / 1_000_000)}\u00a0M${unit}`,
    time: brusselsTime,
  }
}

function brusselsTime(iso: string): string {
  const format = new Intl.DateTimeFormat('fr-BE', {
    ...{ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZone: 'Europe/Brussels',
    hourCycle: 'h23',
  })
  const parts = Object.fromEntries(
    format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  )
  return `${parts['day']}/${parts['month']}/${parts['year']} ${parts['hour']}:${parts['minute']}`
}
