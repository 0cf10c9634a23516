import { numberFormat } from '#domain/i18n/number-format.ts'
import { formatEuros } from '#domain/money.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** Writers of amounts (whole cents) and rates (0 to 1) in the language of the screen. */
export function useFigures() {
  const language = useLanguage()
  const percent = numberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  const decimal = numberFormat(language, { maximumFractionDigits: 2 })
  return {
    euros: (cents: number) => formatEuros(cents, language),
    rate: (rate: number) => percent.format(rate),
    count: (count: number) => decimal.format(count),
  }
}
