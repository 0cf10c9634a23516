import { Button, Group } from '@mantine/core'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, Result } from '#domain/result.ts'
import {
  declineVersion,
  discardVersion,
  takeVersion,
  type VersionItem,
} from '#renderer/db/package-versions.ts'
import classes from '#renderer/features/versions/ui/difference.module.css'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'

/** What the inspector did with a version. */
export type Decision = 'taken' | 'kept' | 'discarded'

const ACTS: Readonly<Record<Decision, (inspectionId: string, versionId: string) => Promise<Result<null>>>> = {
  taken: takeVersion,
  kept: declineVersion,
  discarded: discardVersion,
}

interface Props {
  readonly inspectionId: string
  readonly version: VersionItem
  /** What would change is known. */
  readonly ready: boolean
  readonly onDecided: (decision: Decision) => void
}

/** Take the version, stay with the present one, or let an import go. */
export function DecisionBar({ inspectionId, version, ready, onDecided }: Props): React.JSX.Element {
  const { t } = useTranslation('version')
  const [busy, setBusy] = useState<Decision | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const decide = async (decision: Decision): Promise<void> => {
    setBusy(decision)
    const done = await trackSave(ACTS[decision](inspectionId, version.id))
    setBusy(null)
    setFailure(done.ok ? null : done.error)
    if (done.ok) onDecided(decision)
  }
  const buttonOf = (decision: Decision) => ({
    loading: busy === decision,
    disabled: busy !== null && busy !== decision,
    onClick: () => void decide(decision),
  })
  if (version.state === 'in-work') return <></>
  return (
    <div className={classes['decision']}>
      {failure && <ErrorNotice error={failure} onClose={() => setFailure(null)} />}
      <div className={classes['choice']}>
        <p>{t('decision.text')}</p>
        <Group gap="xs" justify="flex-end">
          {version.discardable && (
            <Button variant="subtle" color="red" {...buttonOf('discarded')}>
              {t('decision.discard')}
            </Button>
          )}
          <Button variant="default" {...buttonOf('kept')}>
            {t('decision.stay')}
          </Button>
          <Button {...buttonOf('taken')} disabled={!ready || (busy !== null && busy !== 'taken')}>
            {t('decision.take', { no: version.no })}
          </Button>
        </Group>
      </div>
    </div>
  )
}
