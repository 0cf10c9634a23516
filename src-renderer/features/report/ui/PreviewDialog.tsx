import { Modal } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import dialog from '#renderer/features/report/ui/ReportDialog.module.css'
import { ReadReport } from '#renderer/features/report/ui/ReadReport.tsx'
import { useComposed } from '#renderer/features/report/ui/useComposed.ts'

interface Props {
  readonly inspectionId: string
  readonly onClose: () => void
}

/** The report as it stands, unsigned, to read. */
export function PreviewDialog({ inspectionId, onClose }: Props): React.JSX.Element {
  const { t } = useTranslation(['report', 'common'])
  const { report, retry } = useComposed(inspectionId)
  return (
    <Modal
      opened
      fullScreen
      title={t('preview-title')}
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
