import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportVersion } from '#domain/report/report-version.ts'
import { ok, type Result } from '#domain/result.ts'
import { readVersion } from '#renderer/features/report/commands/read-version.ts'
import { ReadReport } from '#renderer/features/report/ui/ReadReport.tsx'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'

interface Props {
  readonly version: ReportVersion
  readonly onClose: () => void
}

/** A signed version to read. */
export function VersionDialog({ version, onClose }: Props): React.JSX.Element {
  const { t } = useTranslation(['report', 'common'])
  const [report, setReport] = useState<Result<{ readonly bytes: Uint8Array }> | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let left = false
    void readVersion(version).then((read) => {
      if (!left) setReport(read.ok ? ok({ bytes: read.value }) : read)
    })
    return () => {
      left = true
    }
  }, [version, attempt])
  const retry = (): void => {
    setReport(null)
    setAttempt((now) => now + 1)
  }
  return (
    <Modal
      opened
      fullScreen
      title={t('version', { version: version.version })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{
        content: dialog['dialog'] ?? '',
        body: dialog['dialogBody'] ?? '',
        title: dialog['dialogTitle'] ?? '',
      }}
      onClose={onClose}
    >
      <ReadReport report={report} onRetry={retry} />
    </Modal>
  )
}
