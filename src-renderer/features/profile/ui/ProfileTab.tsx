import { Loader } from '@mantine/core'
import { IconTableOff } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { useProfile } from '#renderer/features/profile/queries/use-profile.ts'
import { IndicatorRecount } from '#renderer/features/profile/ui/IndicatorRecount.tsx'
import classes from '#renderer/features/profile/ui/profile.module.css'
import { ProfileCharts } from '#renderer/features/profile/ui/ProfileCharts.tsx'
import type { ShowRows } from '#renderer/features/profile/ui/show-rows.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface Props {
  readonly inspectionId: string
  readonly onShowRows: ShowRows
}

/** What the listings say as a whole: indicators counted again, and the profile of the participants. */
export function ProfileTab({ inspectionId, onShowRows }: Props): React.JSX.Element {
  const { t } = useTranslation('profile')
  const figures = useProfile(inspectionId)
  if (!figures) {
    return (
      <p className={classes['counting']} role="status">
        <Loader size="xs" aria-hidden /> {t('counting')}
      </p>
    )
  }
  if (!figures.ok) return <ErrorNotice error={figures.error} />
  const { profile, ...recount } = figures.value
  return (
    <div className={classes['tab']}>
      <IndicatorRecount {...recount} onShowRows={onShowRows} />
      {profile && profile.size > 0 ? (
        <ProfileCharts profile={profile} onShowRows={onShowRows} />
      ) : (
        <EmptyState icon={IconTableOff} title={t('empty.title')} text={t('empty.text')} />
      )}
    </div>
  )
}
