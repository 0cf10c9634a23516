import { Button } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '#domain/result.ts'
import { ReadReport } from '#renderer/features/report/ui/ReadReport.tsx'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'

interface Props {
  readonly report: Result<{ readonly bytes: Uint8Array }> | null
  readonly onRetry: () => void
  readonly onNext: () => void
}

/** First the partner reads. */
export function ReadStep({ report, onRetry, onNext }: Props): React.JSX.Element {
  const { t } = useTranslation('report')
  return (
    <>
      <div className={dialog['reader']}>
        <ReadReport report={report} onRetry={onRetry} />
      </div>
      <div className={dialog['foot']}>
        <span>{t('read-first')}</span>
        <Button disabled={!report?.ok} onClick={onNext}>
          {t('has-read')}
        </Button>
      </div>
    </>
  )
}
