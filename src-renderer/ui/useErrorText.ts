import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { nameListings } from '#domain/listing/name-listings.ts'
import type { AppError } from '#domain/result.ts'
import { errorKey } from '#renderer/ui/error-key.ts'

/** Says an error in words: what happened, what was kept, what to do. An unknown code is shown as such. */
export function useErrorText(): (error: AppError) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ code, details = {} }) => {
      const named = nameListings(details, (listing) => t(`common:listing.${listing}`))
      return t([errorKey(code), 'common:errors.unknown'], { code, ...named })
    },
    [t],
  )
}
