import { Modal } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/features/report/ui/Report.module.css'
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
        content: classes['dialog'] ?? '',
        body: classes['dialogBody'] ?? '',
        title: classes['dialogTitle'] ?? '',
      }}
      onClose={onClose}
    >
      <ReadReport report={report} onRetry={retry} />
    </Modal>
  )
}
