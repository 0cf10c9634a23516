import { Loader } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '#domain/result.ts'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { PdfView } from '#renderer/ui/PdfView.tsx'

interface Props {
  /** Null while it is being made. */
  readonly report: Result<{ readonly bytes: Uint8Array }> | null
  readonly onRetry: () => void
}

/** A report in its pages, or that it is being laid out, or why it can't be. */
export function ReadReport({ report, onRetry }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  if (report === null) {
    return (
      <div role="status" className={dialog['waiting']}>
        <Loader size="sm" /> {t('laying-out')}
      </div>
    )
  }
  return report.ok ? (
    <PdfView bytes={report.value.bytes} />
  ) : (
    <div className={dialog['waiting']}>
      <ErrorNotice error={report.error} onRetry={onRetry} />
    </div>
  )
}
