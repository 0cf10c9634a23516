import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { ReportVersion } from '#domain/report/report-version.ts'
import type { AppError } from '#domain/result.ts'
import { withdrawVersion } from '#renderer/features/report/commands/withdraw-version.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'

interface Props {
  readonly inspection: Inspection
  readonly report: ReportVersion
  readonly onClose: () => void
}

/** Asks why a signed version is taken back, then opens the inspection again. */
export function WithdrawDialog({ inspection, report, onClose }: Props): React.JSX.Element {
  const { t } = useTranslation(['report', 'common'])
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<AppError | null>(null)
  const withdraw = async (event: React.SyntheticEvent): Promise<void> => {
    event.preventDefault()
    const done = await trackSave(withdrawVersion(inspection, report, reason), { tellsRefusal: true })
    if (done.ok) onClose()
    else setFailure(done.error)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('withdraw.title', { version: report.version })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form onSubmit={(event) => void withdraw(event)} noValidate>
        <Stack gap="md">
          <Text size="sm">{t('withdraw.text', { version: report.version })}</Text>
          <Textarea
            data-autofocus
            label={t('withdraw.reason')}
            description={t('withdraw.reason-hint')}
            required
            autosize
            minRows={3}
            maxLength={4000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {failure && <ErrorNotice error={failure} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit">{t('withdraw.confirm')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
