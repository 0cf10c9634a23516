import { Button } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VersionItem } from '#renderer/db/package-versions.ts'
import { useVersions } from '#renderer/features/versions/queries/use-versions.ts'
import { VersionsDialog } from '#renderer/features/versions/ui/VersionsDialog.tsx'
import type { VersionsProps } from '#renderer/features/versions/ui/VersionsPanel.tsx'
import classes from '#renderer/features/versions/ui/versions.module.css'

/** Says that another version of the package waits for a decision, or for its download; otherwise nothing. */
export function VersionNotice(props: VersionsProps): React.JSX.Element | null {
  const { t } = useTranslation('version')
  const [opened, setOpened] = useState(false)
  const waiting = useVersions(props.inspectionId)?.find(isAnnounced)
  // The dialog stays while its version is being decided on, whatever becomes of the notice.
  if (waiting === undefined && !opened) return null
  return (
    <>
      {waiting && (
        <section className={classes['notice']} aria-label={t('notice.title')}>
          <IconClock size={18} aria-hidden />
          <span>{t(noticeOf(waiting), { no: waiting.no })}</span>
          <Act version={waiting} onLook={() => setOpened(true)} onDownload={props.onDownload} />
        </section>
      )}
      <VersionsDialog {...props} opened={opened} first={waiting?.id} onClose={() => setOpened(false)} />
    </>
  )
}

const isAnnounced = ({ state, declined }: VersionItem): boolean => state === 'waiting' && !declined

const noticeOf = ({ here, from }: VersionItem) =>
  here ? (`notice.${from}` as const) : ('notice.elsewhere' as const)

function Act(props: {
  readonly version: VersionItem
  readonly onLook: () => void
  readonly onDownload: (() => void) | undefined
}): React.JSX.Element | null {
  const { version, onLook, onDownload } = props
  const { t } = useTranslation('version')
  if (!version.here && onDownload === undefined) return null
  return (
    <Button size="compact-sm" variant="default" onClick={version.here ? onLook : onDownload}>
      {t(version.here ? 'notice.look' : 'panel.download')}
    </Button>
  )
}
