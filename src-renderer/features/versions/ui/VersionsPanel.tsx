import { Button, Skeleton } from '@mantine/core'
import { IconArrowLeft, IconClock, IconHistory, IconPlayerPlay } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VersionItem } from '#renderer/db/package-versions.ts'
import { useVersions } from '#renderer/features/versions/queries/use-versions.ts'
import { DifferenceScreen } from '#renderer/features/versions/ui/DifferenceScreen.tsx'
import { VersionFacts } from '#renderer/features/versions/ui/VersionFacts.tsx'
import classes from '#renderer/features/versions/ui/versions.module.css'
import { Chip } from '#renderer/ui/Chip.tsx'
import { ChangeState, useRecordChange } from '#renderer/ui/RecordTransfer.tsx'

export interface VersionsProps {
  readonly inspectionId: string
  /** Nothing may be decided: the report is signed, or another laptop writes. */
  readonly readOnly?: boolean
  /** Brings a version here that is only known from the central store. */
  readonly onDownload?: (() => void) | undefined
}

interface Props extends VersionsProps {
  /** The version whose difference is shown first. */
  readonly first?: string | undefined
}

/** Every version of a package, newest first, and the difference of each with the one in work. */
export function VersionsPanel({
  inspectionId,
  readOnly = false,
  onDownload,
  first,
}: Props): React.JSX.Element {
  const { t } = useTranslation(['version', 'common'])
  const [looked, setLooked] = useState<string | null>(first ?? null)
  const versions = useVersions(inspectionId)
  if (versions === undefined) return <Skeleton height={120} />
  if (looked !== null) {
    return (
      <>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes['back'] ?? ''}
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => setLooked(null)}
        >
          {t('panel.back')}
        </Button>
        <DifferenceScreen
          inspectionId={inspectionId}
          versionId={looked}
          readOnly={readOnly}
          onDecided={() => setLooked(null)}
        />
      </>
    )
  }
  return (
    <ul className={classes['list']} aria-label={t('panel.title')}>
      {versions.map((version) => (
        <VersionLine
          key={version.id}
          version={version}
          onLook={() => setLooked(version.id)}
          onDownload={onDownload}
        />
      ))}
    </ul>
  )
}

const LOOKS = {
  'in-work': ['green', IconPlayerPlay],
  waiting: ['amber', IconClock],
  earlier: ['neutral', IconHistory],
} as const

function VersionLine(props: {
  readonly version: VersionItem
  readonly onLook: () => void
  readonly onDownload: (() => void) | undefined
}): React.JSX.Element {
  const { version, onLook, onDownload } = props
  const { t } = useTranslation('version')
  const { id, no, state, here } = version
  const change = useRecordChange('package', id)
  const [tone, icon] = LOOKS[state]
  return (
    <li className={classes['line']}>
      <div className={classes['top']}>
        <strong>{t('panel.version', { no })}</strong>
        <Chip tone={tone} icon={icon}>
          {t(`state.${state}`)}
        </Chip>
      </div>
      <VersionFacts version={version} />
      <ChangeState change={change} />
      {!here && <p className={classes['quiet']}>{t('panel.not-here')}</p>}
      {here && state !== 'in-work' && (
        <Button size="compact-sm" variant="default" onClick={onLook} aria-label={t('panel.look-of', { no })}>
          {t('panel.look')}
        </Button>
      )}
      {!here && state === 'waiting' && onDownload && (
        <Button size="compact-sm" variant="default" onClick={onDownload}>
          {t('panel.download')}
        </Button>
      )}
    </li>
  )
}
