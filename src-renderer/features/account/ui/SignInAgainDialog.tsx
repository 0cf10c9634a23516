import { Modal, Stack, Text } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { SignInForm } from '#renderer/features/account/ui/SignInForm.tsx'
import type { VaultOwner } from '#renderer/platform/bridge.ts'

interface Props {
  readonly owner: VaultOwner
  readonly opened: boolean
  readonly pending: number
  readonly onClose: () => void
  readonly onSignedIn: () => void
}

/** The central store wants the password again: work goes on and the queue stays, whether signed in or not. */
export function SignInAgainDialog({ owner, opened, pending, onClose, onSignedIn }: Props): React.JSX.Element {
  const { t } = useTranslation(['account', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('again.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{pending > 0 ? t('again.with-pending', { count: pending }) : t('again.text')}</Text>
        <SignInForm serverUrl={owner.serverUrl} email={owner.user.email} onSignedIn={onSignedIn} />
      </Stack>
    </Modal>
  )
}
