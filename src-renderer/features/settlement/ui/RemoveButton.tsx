import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly what: string
  readonly onRemove: () => void
}

/** Takes one entry out of a list. */
export function RemoveButton({ what, onRemove }: Props): React.JSX.Element {
  const { t } = useTranslation('settlement')
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={t('remove', { what })} onClick={onRemove}>
      <IconX size={16} aria-hidden />
    </ActionIcon>
  )
}
