import { Group, Text } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { PackageListing } from '#domain/package/manifest.ts'
import { readRejected } from '#renderer/db/packages.ts'
import { ExportRejected } from '#renderer/features/import/ui/ExportRejected.tsx'
import classes from '#renderer/features/import/ui/import.module.css'
import { RejectedTable } from '#renderer/features/import/ui/RejectedTable.tsx'

interface Props {
  readonly inspectionId: string
  readonly described: PackageListing
  /** Leads back to the accepted rows. */
  readonly back: React.ReactNode
  /** Who is at the laptop; without it the rows are only shown. */
  readonly exportedBy?: string | undefined
}

/** The rows of a listing that were refused, with every reason. */
export function RejectedRows({ inspectionId, described, back, exportedBy }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const { listing, source } = described
  const rows = useLiveQuery(() => readRejected(inspectionId, listing), [inspectionId, listing])
  return (
    <>
      <Group gap="sm" py={8} justify="space-between">
        <Text size="sm">{t('rejected.of', { fileName: source.fileName })}</Text>
        <Group gap="xs">
          {exportedBy !== undefined && (
            <ExportRejected inspectionId={inspectionId} listing={listing} by={exportedBy} />
          )}
          {back}
        </Group>
      </Group>
      <div className={classes['scroll']}>{rows && <RejectedTable listing={listing} rows={rows} />}</div>
    </>
  )
}
