import { Group } from '@mantine/core'
import { IconTableOff } from '@tabler/icons-react'
import { useEffect } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkedRow } from '#domain/finding/finding.ts'
import type { RuleMark } from '#domain/listing/listing.ts'
import { listingKey } from '#renderer/features/listings/queries/opened-listings.ts'
import { useListings } from '#renderer/features/listings/queries/use-listings.ts'
import {
  seekRow,
  showListing,
  useListingsView,
  type FocusRow,
} from '#renderer/features/listings/state/listings-view.ts'
import { ImportButton } from '#renderer/features/listings/ui/ImportButton.tsx'
import { ListingPane } from '#renderer/features/listings/ui/ListingPane.tsx'
import { ListingPicker } from '#renderer/features/listings/ui/ListingPicker.tsx'
import classes from '#renderer/features/listings/ui/listings.module.css'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'

interface Props {
  readonly inspectionId: string
  readonly readOnly: boolean
  /** Also before the visit, while nothing else may be written. */
  readonly mayImport: boolean
  readonly onCreateFinding: (rows: LinkedRow[], mark?: RuleMark) => void
  /** A row that another screen leads to. */
  readonly focusRow?: FocusRow | undefined
}

/** The listings of an inspection: choose one, search it, see what the rules say, make findings of its rows. */
export function ListingsTab({
  inspectionId,
  readOnly,
  mayImport,
  onCreateFinding,
  focusRow,
}: Props): React.JSX.Element | null {
  const { t } = useTranslation('listing')
  const listings = useListings(inspectionId)
  const chosen = useListingsView(({ shown }) => shown[inspectionId])
  const { listing, line } = focusRow ?? {}
  useEffect(() => {
    if (listing !== undefined && line !== undefined) seekRow(inspectionId, { listing, line })
  }, [inspectionId, listing, line])
  if (!listings) return null
  const described = listings.find(({ listing }) => listing === chosen) ?? listings[0]
  const importButton = mayImport && <ImportButton inspectionId={inspectionId} />
  if (!described) {
    return (
      <EmptyState icon={IconTableOff} title={t('empty.title')} text={t('empty.text')}>
        {importButton}
      </EmptyState>
    )
  }
  return (
    <div className={classes['tab']}>
      <Group justify="space-between" align="flex-end" gap="xs" className={classes['top'] ?? ''}>
        <ListingPicker
          listings={listings}
          shown={described.listing}
          onShow={(listing) => showListing(inspectionId, listing)}
        />
        {importButton}
      </Group>
      <ListingPane
        key={listingKey(inspectionId, described)}
        inspectionId={inspectionId}
        described={described}
        readOnly={readOnly}
        onCreateFinding={onCreateFinding}
      />
    </div>
  )
}
