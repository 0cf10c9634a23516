import { Group } from '@mantine/core'
import { IconTableOff } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { listingKey } from '#renderer/features/listings/queries/opened-listings.ts'
import { useListings } from '#renderer/features/listings/queries/use-listings.ts'
import { shownPlace } from '#renderer/features/listings/state/kept-listings.ts'
import { showListing, useListingsView } from '#renderer/features/listings/state/listings-view.ts'
import { ListingPane } from '#renderer/features/listings/ui/ListingPane.tsx'
import { ListingPicker } from '#renderer/features/listings/ui/ListingPicker.tsx'
import classes from '#renderer/features/listings/ui/listings.module.css'
import type { PaneProps } from '#renderer/features/listings/ui/pane-props.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { useKept } from '#renderer/ui/kept-drafts.ts'

interface Props extends Omit<PaneProps, 'described'> {
  /** Takes in files from here; absent where nothing may be taken in. */
  readonly renderImport?: (() => React.ReactNode) | undefined
}

/** The listings of an inspection: choose one, search it, see what the rules say, make findings of its rows. */
export function ListingsTab({ renderImport, ...pane }: Props): React.JSX.Element | null {
  const { inspectionId } = pane
  const { t } = useTranslation('listing')
  const listings = useListings(inspectionId)
  const chosen = useKept(shownPlace(inspectionId))
  const counted = useListingsView(({ suspicious }) => suspicious)
  if (!listings) return null
  const described = listings.find(({ listing }) => listing === chosen) ?? listings[0]
  if (!described) {
    return (
      <EmptyState icon={IconTableOff} title={t('empty.title')} text={t('empty.text')}>
        {renderImport?.()}
      </EmptyState>
    )
  }
  return (
    <div className={classes['tab']}>
      <Group justify="space-between" align="flex-end" gap="xs" className={classes['top'] ?? ''}>
        <ListingPicker
          listings={listings.map((listing) => ({
            ...listing,
            suspicious: counted[listingKey(inspectionId, listing)] ?? listing.suspicious,
          }))}
          shown={described.listing}
          onShow={(listing) => showListing(inspectionId, listing)}
        />
        {renderImport?.()}
      </Group>
      <ListingPane key={listingKey(inspectionId, described)} {...pane} described={described} />
    </div>
  )
}
