import { Modal } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/features/versions/ui/versions.module.css'
import { VersionsPanel, type VersionsProps } from '#renderer/features/versions/ui/VersionsPanel.tsx'

interface Props extends VersionsProps {
  readonly opened: boolean
  readonly first?: string | undefined
  readonly onClose: () => void
}

/** The versions of a package over the whole window. */
export function VersionsDialog({ opened, onClose, ...panel }: Props): React.JSX.Element {
  const { t } = useTranslation(['version', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      fullScreen
      title={t('panel.title')}
      classNames={{ body: classes['body'] ?? '' }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {opened && <VersionsPanel {...panel} />}
    </Modal>
  )
}
