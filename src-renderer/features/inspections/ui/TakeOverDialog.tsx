import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionRow } from '#renderer/features/inspections/inspection-rows.ts'

interface Props {
  readonly row: InspectionRow | null
  readonly onClose: () => void
  readonly onTakeOver: (inspectionId: string) => void
}

/** Another laptop writes this inspection: says what taking it over does, and does it only when asked. */
export function TakeOverDialog({ row, onClose, onTakeOver }: Props): React.JSX.Element {
  const { t } = useTranslation(['inspection', 'common'])
  const confirm = (): void => {
    if (row) onTakeOver(row.item.id)
    onClose()
  }
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      title={t('take-over.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('take-over.text', { reference: row?.inspection.reference ?? '' })}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          <Button onClick={confirm}>{t('take-over.confirm')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
