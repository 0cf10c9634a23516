import { Button } from '@mantine/core'
import { IconRowRemove, IconTable } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageListing } from '#domain/package/manifest.ts'
import { changeLook } from '#renderer/features/listings/state/listings-view.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly listingKey: string
  readonly described: PackageListing
  /** Which rows are shown now. */
  readonly rejected: boolean
}

/** Goes from the rows to those that were refused when the file was read, and back. */
export function AcceptedOrRejected({ listingKey, described, rejected }: Props): React.JSX.Element | null {
  const { t } = useTranslation('listing')
  const figure = formatCount(described.rejected, useLanguage())
  if (described.rejected === 0) return null
  const Picture = rejected ? IconTable : IconRowRemove
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Picture size={14} aria-hidden />}
      onClick={() => changeLook(listingKey, { rejected: !rejected })}
    >
      {rejected ? t('rejected.back') : t('rejected.show', { count: described.rejected, figure })}
    </Button>
  )
}
