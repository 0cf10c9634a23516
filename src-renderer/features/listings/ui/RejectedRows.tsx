import { Group, Text } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageListing } from '#domain/package/manifest.ts'
import { readRejected } from '#renderer/db/packages.ts'
import { listingKey } from '#renderer/features/listings/queries/opened-listings.ts'
import { AcceptedOrRejected } from '#renderer/features/listings/ui/AcceptedOrRejected.tsx'
import classes from '#renderer/features/listings/ui/listings.module.css'
import { RejectedTable } from '#renderer/features/listings/ui/RejectedTable.tsx'

interface Props {
  readonly inspectionId: string
  readonly described: PackageListing
}

/** The rows of a listing that were refused, with every reason. */
export function RejectedRows({ inspectionId, described }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const { listing, source } = described
  const rows = useLiveQuery(() => readRejected(inspectionId, listing), [inspectionId, listing])
  return (
    <>
      <Group gap="sm" py={8} justify="space-between">
        <Text size="sm">{t('rejected.of', { fileName: source.fileName })}</Text>
        <AcceptedOrRejected listingKey={listingKey(inspectionId, described)} described={described} rejected />
      </Group>
      <div className={classes['scroll']}>{rows && <RejectedTable listing={listing} rows={rows} />}</div>
    </>
  )
}
