import { Button } from '@mantine/core'
import { IconDownload, IconEye, IconFileCheck, IconFileOff } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision, ReportVersion } from '#domain/report/report-version.ts'
import type { AppError } from '#domain/result.ts'
import { exportVersion } from '#renderer/features/report/commands/read-version.ts'
import type { ReportFile } from '#renderer/features/report/queries/use-report-file.ts'
import { outcomeText } from '#renderer/features/report/outcome-text.ts'
import classes from '#renderer/features/report/ui/Report.module.css'
import { VersionDialog } from '#renderer/features/report/ui/VersionDialog.tsx'
import { Chip } from '#renderer/ui/Chip.tsx'
import { StatusChip } from '#renderer/ui/chips.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { formatMoment } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly file: ReportFile
}

/** Every signed version, the newest first; each stays readable, an older one as superseded. */
export function VersionList({ file }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const [reading, setReading] = useState<ReportVersion | null>(null)
  return (
    <section className={classes['panel']} aria-labelledby="versions-title">
      <h2 id="versions-title">{t('versions')}</h2>
      {file.versions.length === 0 && <p className={classes['quiet']}>{t('no-versions')}</p>}
      <ul className={classes['versions']}>
        {file.versions.map((version, at) => (
          <Version
            key={version.id}
            version={version}
            reference={file.inspection.reference}
            decision={file.decisions.get(version.id)}
            state={at === 0 ? file.inspection.state : null}
            onRead={() => setReading(version)}
          />
        ))}
      </ul>
      {reading && <VersionDialog version={reading} onClose={() => setReading(null)} />}
    </section>
  )
}

interface VersionProps {
  readonly version: ReportVersion
  readonly reference: string
  readonly decision: Decision | undefined
  /** Where the inspection stands, for its newest version; null for a superseded one. */
  readonly state: ReportFile['inspection']['state'] | null
  readonly onRead: () => void
}

function Version({ version, reference, decision, state, onRead }: VersionProps): React.JSX.Element {
  const { t } = useTranslation('report')
  const language = useLanguage()
  const { acknowledgement } = version
  return (
    <li>
      <div className={classes['versionHead']}>
        <strong>{t('version', { version: version.version })}</strong>
        <VersionState state={state} />
      </div>
      <p className="tabular">
        {t('signed-by', { who: version.signedBy, when: formatMoment(version.signedAt, language) })} ·{' '}
        {t('pages', { count: version.pages })}
      </p>
      <p>
        {t('acknowledged', { outcome: outcomeText(acknowledgement, t) })}
        {acknowledgement.remark && <q>{acknowledgement.remark}</q>}
      </p>
      {decision && <DecisionLine decision={decision} />}
      {state === 'DRAFT_SIGNED' && <p>{t('handed-in')}</p>}
      <VersionActions version={version} reference={reference} onRead={onRead} />
    </li>
  )
}

function VersionState({ state }: Pick<VersionProps, 'state'>): React.JSX.Element {
  const { t } = useTranslation('report')
  if (state !== null) return <StatusChip state={state} />
  return (
    <Chip tone="neutral" icon={IconFileOff}>
      {t('superseded')}
    </Chip>
  )
}

function DecisionLine({ decision }: { readonly decision: Decision }): React.JSX.Element {
  const { t } = useTranslation('report')
  const language = useLanguage()
  return (
    <p>
      {t(`decided.${decision.outcome}`, {
        who: decision.decidedBy,
        when: formatMoment(decision.decidedAt, language),
      })}
      {decision.reason && <q>{decision.reason}</q>}
    </p>
  )
}

function VersionActions({
  version,
  reference,
  onRead,
}: Pick<VersionProps, 'version' | 'reference' | 'onRead'>) {
  const { t } = useTranslation('report')
  const [failure, setFailure] = useState<AppError | null>(null)
  const save = async (): Promise<void> => {
    const name = `${reference.replace(/[^A-Za-z0-9.-]+/g, '-')}-v${version.version}.pdf`
    const saved = await exportVersion(version, name)
    setFailure(saved.ok ? null : saved.error)
  }
  return (
    <>
      <div className={classes['buttons']}>
        <Button size="xs" variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={onRead}>
          {t('read')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => void save()}
        >
          {t('save-copy')}
        </Button>
        <span className={classes['quiet']} title={version.sha256}>
          <IconFileCheck size={14} aria-hidden /> SHA-256{' '}
          <span className="code">{version.sha256.slice(0, 12)}…</span>
        </span>
      </div>
      {failure && <ErrorNotice error={failure} onClose={() => setFailure(null)} />}
    </>
  )
}
