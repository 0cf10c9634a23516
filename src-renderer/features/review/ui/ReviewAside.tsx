import { Button, Stack, Text, Title } from '@mantine/core'
import { IconGavel } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportVersion } from '#domain/report/report-version.ts'
import type { FileRecords } from '#renderer/features/review/history.ts'
import { DecideDialog } from '#renderer/features/review/ui/DecideDialog.tsx'
import classes from '#renderer/features/review/ui/ReviewAside.module.css'
import { formatMoment } from '#renderer/ui/format.ts'
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
        <Versions reports={file.reports} onRead={onRead} />
      </section>
      {facts}
    </Stack>
  )
}

function DecisionPart(
  props: Pick<Props, 'file' | 'decidedBy' | 'onDecided'> & { report: ReportVersion | undefined },
) {
  const { file, report, decidedBy, onDecided } = props
  const { t } = useTranslation('review')
  const language = useLanguage()
  const [opened, setOpened] = useState(false)
  const decided = file.decisions.find(({ reportId }) => reportId === report?.id)
  if (decided) {
    return (
      <Text size="sm" mt={4}>
        {t(`decided.${decided.outcome}`, { who: decided.decidedBy, version: decided.version })}{' '}
        <span className="tabular">{formatMoment(decided.decidedAt, language)}</span>
      </Text>
    )
  }
  if (report === undefined || file.inspection.state !== 'UNDER_REVIEW') {
    return (
      <Text size="sm" c="dimmed" mt={4}>
        {t('nothing-to-decide')}
      </Text>
    )
  }
  return (
    <>
      <Button
        fullWidth
        mt={8}
        leftSection={<IconGavel size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('decide.open')}
      </Button>
      <DecideDialog
        report={report}
        decidedBy={decidedBy}
        opened={opened}
        onClose={() => setOpened(false)}
        onDecided={onDecided}
      />
    </>
  )
}

function Versions({
  reports,
  onRead,
}: {
  readonly reports: readonly ReportVersion[]
  readonly onRead: () => void
}) {
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
            {report.id === last ? t('current') : t('superseded')} · {formatMoment(report.signedAt, language)}
          </Text>
        </li>
      ))}
    </ol>
  )
}
