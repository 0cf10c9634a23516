import { IconEqual } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListingName } from '#domain/listing/listing.ts'
import type { PackageDifference } from '#renderer/features/versions/queries/find-difference.ts'
import { ConventionChanges } from '#renderer/features/versions/ui/ConventionChanges.tsx'
import { DifferenceSummary } from '#renderer/features/versions/ui/DifferenceSummary.tsx'
import { ListingRows } from '#renderer/features/versions/ui/ListingRows.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { TabBar } from '#renderer/ui/TabBar.tsx'
import { useOpenFindings } from '#renderer/ui/useOpenFindings.ts'

interface Props {
  readonly inspectionId: string
  readonly difference: PackageDifference
}

type Part = ListingName | 'convention'

/** The counts of every part, and the differences of the one looked at. */
export function DifferenceDetail({ inspectionId, difference }: Props): React.JSX.Element {
  const { t } = useTranslation(['version', 'common'])
  const { citations } = useOpenFindings(inspectionId)
  const { convention } = difference
  const listings = difference.listings.filter(
    ({ added, changed, removed }) => added.length + changed.length + removed.length > 0,
  )
  const tabs = [
    ...(convention.length === 0
      ? []
      : [{ value: 'convention' as Part, label: t('part.convention'), count: convention.length }]),
    ...listings.map(({ listing, added, changed, removed }) => ({
      value: listing,
      label: t(`common:listing.${listing}`),
      count: added.length + changed.length + removed.length,
    })),
  ]
  const [chosen, setChosen] = useState<Part | undefined>(tabs[0]?.value)
  const shown = listings.find(({ listing }) => listing === chosen)
  if (tabs.length === 0 || chosen === undefined) {
    return <EmptyState icon={IconEqual} title={t('difference.none')} text={t('difference.none-text')} />
  }
  return (
    <>
      {listings.length > 0 && <DifferenceSummary listings={listings} citations={citations} />}
      <TabBar
        label={t('difference.parts')}
        value={chosen}
        onChange={setChosen}
        tabs={tabs}
        controls="difference-part"
      />
      <div id="difference-part">
        {chosen === 'convention' && <ConventionChanges changes={convention} />}
        {shown && <ListingRows key={shown.listing} changes={shown} citations={citations} />}
      </div>
    </>
  )
}
