import { Button, Stack, Text, Title } from '@mantine/core'
import { IconGavel } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision, ReportVersion, Withdrawal } from '#domain/report/report-version.ts'
import { changeKey, type Changes } from '#renderer/db/changes.ts'
import type { RefusedItem } from '#renderer/db/refused.ts'
import type { FileRecords } from '#renderer/features/review/history.ts'
import { DecideDialog } from '#renderer/features/review/ui/DecideDialog.tsx'
import classes from '#renderer/features/review/ui/ReviewAside.module.css'
import { formatMoment } from '#renderer/ui/format.ts'
import { ChangeState, RefusalNotice } from '#renderer/ui/RecordTransfer.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly file: FileRecords
  readonly decidedBy: string
  /** The inspection's facts, put together by the frame. */
  readonly facts: React.ReactNode
  readonly onRead: () => void
  readonly onDecided: () => void
}

/** The left column of a file under review: decision first, then versions, then facts. */
export function ReviewAside({ file, decidedBy, facts, onRead, onDecided }: Props): React.JSX.Element {
  const { t } = useTranslation('review')
  const submitted = file.submissions.at(-1)
  const report = file.reports.find(({ id }) => id === submitted?.reportId)
  return (
    <Stack gap="md" className={classes['aside'] ?? ''}>
      <section aria-labelledby="decision-title">
        <Title order={2} size="h3" id="decision-title">
          {t('decision')}
        </Title>
        <DecisionPart file={file} report={report} decidedBy={decidedBy} onDecided={onDecided} />
      </section>
      <section aria-labelledby="versions-title">
        <Title order={2} size="h3" id="versions-title">
          {t('versions')}
        </Title>
        <Versions file={file} onRead={onRead} />
      </section>
      {facts}
    </Stack>
  )
}

function DecisionPart(
  props: Pick<Props, 'file' | 'decidedBy' | 'onDecided'> & { report: ReportVersion | undefined },
) {
  const { file, report, ...rest } = props
  const { t } = useTranslation('review')
  const decided = file.decisions.filter(({ reportId }) => reportId === report?.id)
  const refused = file.refusedActs.filter(({ kind }) => kind === 'decision')
  const open = report !== undefined && decided.length === 0 && file.inspection.state === 'UNDER_REVIEW'
  return (
    <Stack gap="xs" mt={4}>
      {decided.map((decision) => (
        <DecidedLine key={decision.id} decision={decision} changes={file.changes} />
      ))}
      {refused.map((one) => (
        <RefusalNotice key={one.mid} refused={one}>
          <RefusedTitle refused={one} />{' '}
        </RefusalNotice>
      ))}
      {open && <DecideButton report={report} {...rest} />}
      {!open && decided.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('nothing-to-decide')}
        </Text>
      )}
    </Stack>
  )
}

function DecidedLine({ decision, changes }: { readonly decision: Decision; readonly changes: Changes }) {
  const { t } = useTranslation('review')
  const language = useLanguage()
  return (
    <Text size="sm" component="div">
      {t(`decided.${decision.outcome}`, { who: decision.decidedBy, version: decision.version })}{' '}
      <span className="tabular">{formatMoment(decision.decidedAt, language)}</span>{' '}
      <ChangeState change={changes.get(changeKey('decision', decision.id)) ?? null} />
    </Text>
  )
}

/** What a refused decision was to be; it is in its change as a whole. */
function RefusedTitle({ refused }: { readonly refused: RefusedItem }) {
  const { t } = useTranslation('review')
  const { outcome, version } = refused.mutation.patch as Partial<Decision>
  return <strong>{t(`refused.${outcome ?? 'APPROVED'}`, { version })}</strong>
}

function DecideButton(props: {
  readonly report: ReportVersion
  readonly decidedBy: string
  readonly onDecided: () => void
}) {
  const { t } = useTranslation('review')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button fullWidth leftSection={<IconGavel size={16} aria-hidden />} onClick={() => setOpened(true)}>
        {t('decide.open')}
      </Button>
      <DecideDialog {...props} opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}

function Versions({ file, onRead }: Pick<Props, 'file' | 'onRead'>) {
  const { reports, withdrawals } = file
  const { t } = useTranslation('review')
  const language = useLanguage()
  if (reports.length === 0) {
    return (
      <Text size="sm" c="dimmed" mt={4}>
        {t('no-version')}
      </Text>
    )
  }
  const last = reports.at(-1)?.id
  return (
    <ol className={classes['versions']}>
      {reports.toReversed().map((report) => (
        <li key={report.id}>
          <button type="button" onClick={onRead}>
            {t('version', { version: report.version })}
          </button>
          <Text size="xs" c="dimmed" className="tabular">
            {t(standOf(report, last, withdrawals))} · {formatMoment(report.signedAt, language)}
          </Text>
        </li>
      ))}
    </ol>
  )
}

/** Whether a version is the one in force; its word is a key of the catalog `review`. */
function standOf(
  { id }: ReportVersion,
  last: string | undefined,
  withdrawals: readonly Withdrawal[],
): string {
  if (withdrawals.some(({ reportId }) => reportId === id)) return 'withdrawn'
  return id === last ? 'current' : 'superseded'
}
