import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, Details } from '#domain/result.ts'
import { formatShare } from '#renderer/features/sampling/ui/figures.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** Details that are rates, shown as per cent. */
const RATES = ['expectedRate', 'materiality', 'confidence']

/** Puts words in place of what errors of sampling name by their codes: methods, parameters, columns, rates. */
export function useWorded(): (error: AppError) => AppError {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  return useCallback(
    (error) => {
      if (!error.code.startsWith('sampling.') || !error.details) return error
      const details: Record<string, string | number> = {}
      for (const [name, value] of Object.entries(error.details)) details[name] = word(name, value)
      return { ...error, details: details satisfies Details }
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `t` and `language` are all that `word` uses
    [t, language],
  )

  function word(name: string, value: string | number): string | number {
    if (name === 'method') return t(`method.${value}`)
    if (name === 'listing') return t(`common:listing.${value}`)
    if (name === 'parameter') {
      const [parameter = '', stratum] = String(value).split('.')
      const title = t([`parameter.${parameter}`, parameter])
      return stratum === undefined ? title : `${title} (${stratum})`
    }
    return typeof value === 'number' && RATES.includes(name) ? formatShare(value, language) : value
  }
}
