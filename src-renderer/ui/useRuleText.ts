import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { columnOf, columnTitle } from '#domain/listing/columns.ts'
import type { ListingName, RuleMark } from '#domain/listing/listing.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** Says in a sentence what a rule found in a row; a column in it goes by its name in the language of the screen. */
export function useRuleText(listing: ListingName): (mark: RuleMark) => string {
  const { t } = useTranslation('rule')
  const language = useLanguage()
  return useCallback(
    ({ rule, details }) => {
      const column = columnOf(listing, String(details?.['column']))
      return t(rule, { ...details, ...(column ? { column: columnTitle(column, language) } : {}) })
    },
    [t, listing, language],
  )
}

/** Names a rule by its sentence with the values of one row left open: « L’agent … mène au même moment l’activité …. » */
export function useRuleName(): (mark: RuleMark) => string {
  const { t } = useTranslation('rule')
  return useCallback(
    ({ rule, details = {} }) => t(rule, Object.fromEntries(Object.keys(details).map((name) => [name, '…']))),
    [t],
  )
}
