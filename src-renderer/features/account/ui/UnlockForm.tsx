import { Avatar, Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import type React from 'react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import { type OpenedVault, unlockVault } from '#renderer/features/account/commands/open-vault.ts'
import { bridge, type VaultOwner } from '#renderer/platform/bridge.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { initials } from '#renderer/ui/initials.ts'

interface Props {
  readonly owner: VaultOwner
  readonly waitMs: number
  /** What waits to be sent, known from before; 0 says nothing. */
  readonly pending: number
  readonly onUnlocked: (vault: OpenedVault) => void
}

/** Opens the laptop again, also without a network. After a wrong passphrase one must wait, longer each time. */
export function UnlockForm({ owner, waitMs, pending, onUnlocked }: Props): React.JSX.Element {
  const { t } = useTranslation('account')
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState(waitMs > 0 ? waitError(waitMs) : null)
  const [wait, startWait] = useCountdown(waitMs)
  const isOver = failure?.code === 'vault.wait' && wait === 0
  const submit = async (event: React.SyntheticEvent): Promise<void> => {
    event.preventDefault()
    if (busy || wait > 0) return
    setBusy(true)
    const unlocked = await unlockVault(passphrase)
    if (unlocked.ok) {
      onUnlocked(unlocked.value)
      return
    }
    const status = await bridge.invoke('vault:status', null)
    setBusy(false)
    setFailure(unlocked.error)
    if (status.ok) startWait(status.value.waitMs)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <OwnerLine owner={owner} pending={pending} />
        <PasswordInput
          label={t('passphrase.label')}
          autoComplete="current-password"
          autoFocus
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('show-passphrase'), tabIndex: 0 }}
        />
        {failure && !isOver && <ErrorNotice error={failure} />}
        <Button type="submit" loading={busy} disabled={passphrase === '' || wait > 0} fullWidth mt={4}>
          {wait > 0 ? t('unlock.wait', { count: wait }) : t('unlock.open')}
        </Button>
      </Stack>
    </form>
  )
}

/** Why one must wait, for a window that opens in the middle of it. */
const waitError = (waitMs: number): AppError => ({
  code: 'vault.wait',
  details: { seconds: Math.ceil(waitMs / 1000) },
})

function OwnerLine({ owner, pending }: Pick<Props, 'owner' | 'pending'>): React.JSX.Element {
  const { t } = useTranslation('account')
  return (
    <Group gap="sm" wrap="nowrap">
      <Avatar size={40} color="accent" variant="light" radius="100%" aria-hidden>
        {initials(owner.user.displayName)}
      </Avatar>
      <div>
        <Text fw={600}>{owner.user.displayName}</Text>
        <Text size="xs" c="dimmed">
          {owner.organisation}
          {pending > 0 && ` · ${t('unlock.pending', { count: pending })}`}
        </Text>
      </div>
    </Group>
  )
}

/** Whole seconds left, and how to start again with so many milliseconds. */
function useCountdown(first: number): [number, (ms: number) => void] {
  const [seconds, setSeconds] = useState(Math.ceil(first / 1000))
  const waiting = seconds > 0
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), 1000)
    return () => clearInterval(timer)
  }, [waiting])
  return [seconds, (ms) => setSeconds(Math.ceil(ms / 1000))]
}
