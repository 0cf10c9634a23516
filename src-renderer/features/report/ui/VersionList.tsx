import { Button } from '@mantine/core'
import { IconDownload, IconEye, IconFileArrowLeft, IconFileCheck, IconFileOff } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportVersion } from '#domain/report/report-version.ts'
import type { AppError } from '#domain/result.ts'
import { exportVersion } from '#renderer/features/report/commands/read-version.ts'
import type { RecordChange } from '#renderer/db/changes.ts'
import { outcomeText } from '#renderer/features/report/outcome-text.ts'
import type { VersionItem } from '#renderer/features/report/queries/read-versions.ts'
import type { ReportFile } from '#renderer/features/report/queries/use-report-file.ts'
import classes from '#renderer/features/report/ui/Report.module.css'
import { VersionDialog } from '#renderer/features/report/ui/VersionDialog.tsx'
import { Chip } from '#renderer/ui/Chip.tsx'
import { StatusChip } from '#renderer/ui/chips.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { formatMoment } from '#renderer/ui/format.ts'
import { ChangeState } from '#renderer/ui/RecordTransfer.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly file: ReportFile
}

/** Every signed version, the newest first; each stays readable, an older one as superseded or withdrawn. */
export function VersionList({ file }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  const [reading, setReading] = useState<ReportVersion | null>(null)
  return (
    <section className={classes['panel']} aria-labelledby="versions-title">
      <h2 id="versions-title">{t('versions')}</h2>
      {file.versions.length === 0 && <p className={classes['quiet']}>{t('no-versions')}</p>}
      <ul className={classes['versions']}>
        {file.versions.map((item) => (
          <Version
            key={item.report.id}
            item={item}
            reference={file.inspection.reference}
            onRead={() => setReading(item.report)}
          />
        ))}
      </ul>
      {reading && <VersionDialog version={reading} onClose={() => setReading(null)} />}
    </section>
  )
}

interface VersionProps {
  readonly item: VersionItem
  readonly reference: string
  readonly onRead: () => void
}

function Version({ item, reference, onRead }: VersionProps): React.JSX.Element {
  const { t } = useTranslation('report')
  const language = useLanguage()
  const { report: version, change } = item
  const { acknowledgement } = version
  return (
    <li>
      <div className={classes['versionHead']}>
        <strong>{t('version', { version: version.version })}</strong>
        <VersionState item={item} />
      </div>
      <p className="tabular">
        {t('signed-by', { who: version.signedBy, when: formatMoment(version.signedAt, language) })} ·{' '}
        {t('pages', { count: version.pages })}
      </p>
      <ChangeState change={change} />
      <p>
        {t('acknowledged', { outcome: outcomeText(acknowledgement, t) })}
        {acknowledgement.remark && <q>{acknowledgement.remark}</q>}
      </p>
      <ActLines item={item} />
      <VersionActions version={version} reference={reference} onRead={onRead} />
    </li>
  )
}

function VersionState({ item: { state, withdrawal } }: Pick<VersionProps, 'item'>): React.JSX.Element {
  const { t } = useTranslation('report')
  if (state !== null) return <StatusChip state={state} />
  return (
    <Chip tone="neutral" icon={withdrawal ? IconFileArrowLeft : IconFileOff}>
      {t(withdrawal ? 'withdrawn' : 'superseded')}
    </Chip>
  )
}

/** What was done with a version, in order: handed in, withdrawn, decided. */
function ActLines({ item }: Pick<VersionProps, 'item'>): React.JSX.Element {
  const { submission, withdrawal, decision } = item
  return (
    <>
      {submission && <ActLine text="handed-in" at={submission.act.submittedAt} change={submission.change} />}
      {withdrawal && (
        <ActLine
          text="withdrawn-by"
          who={withdrawal.act.withdrawnBy}
          at={withdrawal.act.withdrawnAt}
          reason={withdrawal.act.reason}
          change={withdrawal.change}
        />
      )}
      {decision && (
        <ActLine
          text={`decided.${decision.act.outcome}`}
          who={decision.act.decidedBy}
          at={decision.act.decidedAt}
          reason={decision.act.reason}
          change={decision.change}
        />
      )}
    </>
  )
}

function ActLine(props: {
  /** Its key in the catalog `report`. */
  readonly text: string
  readonly who?: string
  readonly at: string
  readonly reason?: string
  readonly change: RecordChange | null
}): React.JSX.Element {
  const { text, who, at, reason, change } = props
  const { t } = useTranslation('report')
  const language = useLanguage()
  return (
    <p>
      {t(text, { who, when: formatMoment(at, language) })}
      {reason && <q>{reason}</q>} <ChangeState change={change} />
    </p>
  )
}

function VersionActions({
  version,
  reference,
  onRead,
}: Pick<VersionProps, 'reference' | 'onRead'> & { readonly version: ReportVersion }) {
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
