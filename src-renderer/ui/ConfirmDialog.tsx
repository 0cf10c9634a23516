import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly opened: boolean
  readonly title: string
  /** What will happen, and where it can be found back. */
  readonly text: string
  /** The act, as a verb. */
  readonly confirm: string
  /** What it is about, one by one. */
  readonly children?: React.ReactNode
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** Asks before an act that takes something away; the focus is on the way back. */
export function ConfirmDialog({
  opened,
  title,
  text,
  confirm,
  children,
  onClose,
  onConfirm,
}: Props): React.JSX.Element {
  const { t } = useTranslation('common')
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <Text size="sm">{text}</Text>
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button
            color="red"
            onClick={() => {
              onClose()
              onConfirm()
            }}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
