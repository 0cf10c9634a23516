import { Tabs } from '@mantine/core'
import { IconFlag, IconX } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import classes from '#renderer/features/listings/ui/listings.module.css'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly listings: readonly PackageListing[]
  readonly shown: ListingName
  readonly onShow: (listing: ListingName) => void
}

/** The five listings with their counts; one that is not in the package can't be chosen. */
export function ListingPicker({ listings, shown, onShow }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  return (
    <Tabs
      value={shown}
      variant="none"
      classNames={{ list: classes['picker'] ?? '', tab: classes['choice'] ?? '' }}
      onChange={(name) => {
        const found = listings.find(({ listing }) => listing === name)
        if (found) onShow(found.listing)
      }}
    >
      <Tabs.List aria-label={t('picker.label')}>
        {LISTING_NAMES.map((name) => (
          <Tabs.Tab key={name} value={name} disabled={!listings.some(({ listing }) => listing === name)}>
            <Choice name={name} listing={listings.find(({ listing }) => listing === name)} />
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}

function Choice({
  name,
  listing,
}: {
  readonly name: ListingName
  readonly listing: PackageListing | undefined
}) {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const figure = (count: number) => formatCount(count, language)
  return (
    <span className={classes['choiceText']}>
      <span className={classes['choiceName']}>
        {t(`common:listing.${name}`)} {listing && <b>{figure(listing.accepted)}</b>}
      </span>
      <span className={classes['choiceCounts']}>
        {!listing && t('picker.absent')}
        {listing && listing.suspicious + listing.rejected === 0 && t('picker.clean')}
        {listing && listing.suspicious > 0 && (
          <span className={classes['suspiciousCount']}>
            <IconFlag size={12} aria-hidden />
            {t('picker.suspicious', { count: listing.suspicious, figure: figure(listing.suspicious) })}
          </span>
        )}
        {listing && listing.rejected > 0 && (
          <span className={classes['rejectedCount']}>
            <IconX size={12} aria-hidden />
            {t('picker.rejected', { count: listing.rejected, figure: figure(listing.rejected) })}
          </span>
        )}
      </span>
    </span>
  )
}
