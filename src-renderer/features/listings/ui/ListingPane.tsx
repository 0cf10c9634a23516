import { Progress, Text } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { listingKey } from '#renderer/features/listings/queries/opened-listings.ts'
import { useOpenedListing } from '#renderer/features/listings/queries/use-opened-listing.ts'
import { FIRST_LOOK, useListingsView } from '#renderer/features/listings/state/listings-view.ts'
import { AcceptedOrRejected } from '#renderer/features/listings/ui/AcceptedOrRejected.tsx'
import type { PaneProps } from '#renderer/features/listings/ui/pane-props.ts'
import { ListingTable } from '#renderer/features/listings/ui/ListingTable.tsx'
import classes from '#renderer/features/listings/ui/listings.module.css'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

/** One listing: being opened, failed to open, its rejected rows, or its rows. */
export function ListingPane(props: PaneProps): React.JSX.Element {
  const { inspectionId, described, renderRejected } = props
  const key = listingKey(inspectionId, described)
  const opening = useOpenedListing(inspectionId, described)
  const look = useListingsView(({ looks }) => looks[key] ?? FIRST_LOOK)
  if (opening.state === 'failed') return <ErrorNotice error={opening.error} />
  if (opening.state === 'opening') return <Opening done={opening.done} of={opening.of} />
  if (look.rejected && described.rejected > 0) {
    const back = <AcceptedOrRejected listingKey={key} described={described} rejected />
    return <>{renderRejected(described, back)}</>
  }
  return <ListingTable {...props} listing={opening.listing} look={look} />
}

function Opening({ done, of }: { readonly done: number; readonly of: number }) {
  const { t } = useTranslation('listing')
  const text = t('opening', { done, of })
  return (
    <div className={classes['opening']} role="status">
      <Text size="sm">{text}</Text>
      <Progress value={of === 0 ? 100 : (100 * done) / of} size="sm" mt={8} aria-label={text} />
    </div>
  )
}
