import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListingName } from '#domain/listing/listing.ts'
import type { ExportWords } from '#renderer/features/listings/commands/export-cells.ts'
import { useRuleText } from '#renderer/ui/useRuleText.ts'

/** The words that copied and exported cells are written with, in the language of the screen. */
export function useExportWords(listing: ListingName): ExportWords {
  const { t } = useTranslation()
  const say = useRuleText(listing)
  return useMemo(() => ({ yes: t('common:yes'), no: t('common:no'), say }), [t, say])
}
