import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'

/** Puts words in place of what errors of samples name by their codes: a listing, a notice. */
export function useNamed(): (error: AppError) => AppError {
  const { t } = useTranslation(['evaluation', 'common'])
  return useCallback(
    (error) => {
      const { listing, notice } = error.details ?? {}
      const named = {
        ...(listing === undefined ? {} : { listing: t(`common:listing.${listing}`) }),
        ...(notice === undefined ? {} : { notice: t(`notice.name.${notice}`) }),
      }
      return { ...error, details: { ...error.details, ...named } }
    },
    [t],
  )
}
