import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { IconCheck, IconCircle } from '@tabler/icons-react'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import { createVault, type OpenedVault } from '#renderer/features/account/commands/open-vault.ts'
import {
  metRules,
  MIN_PASSPHRASE_LENGTH,
  PASSPHRASE_RULES,
  type PassphraseRule,
} from '#renderer/features/account/passphrase-rules.ts'
import classes from '#renderer/features/account/ui/PassphraseForm.module.css'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface Props {
  /** Words a passphrase must not consist of: name and e-mail. */
  readonly own: readonly string[]
  readonly osSecret: boolean
  readonly onCreated: (vault: OpenedVault) => void
}

/** Sets the passphrase that opens this laptop without a network. */
export function PassphraseForm({ own, osSecret, onCreated }: Props): React.JSX.Element {
  const { t } = useTranslation('account')
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const met = metRules(passphrase, repeated, own)
  const allMet = met.size === PASSPHRASE_RULES.length
  const submit = async (event: React.SyntheticEvent): Promise<void> => {
    event.preventDefault()
    if (!allMet || busy) return
    setBusy(true)
    const created = await createVault(passphrase)
    setBusy(false)
    setFailure(created.ok ? null : created.error)
    if (created.ok) onCreated(created.value)
  }
  const eye = { 'aria-label': t('show-passphrase'), tabIndex: 0 }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <PasswordInput
          label={t('passphrase.label')}
          autoComplete="new-password"
          autoFocus
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          visibilityToggleButtonProps={eye}
          aria-describedby="passphrase-rules"
        />
        <PasswordInput
          label={t('passphrase.repeat')}
          autoComplete="new-password"
          value={repeated}
          onChange={(event) => setRepeated(event.currentTarget.value)}
          visibilityToggleButtonProps={eye}
        />
        <RuleList met={met} />
        {!osSecret && (
          <Text size="xs" c="dimmed">
            {t('passphrase.no-os-secret')}
          </Text>
        )}
        {failure && <ErrorNotice error={failure} />}
        <Button type="submit" loading={busy} disabled={!allMet} fullWidth mt={4}>
          {t('passphrase.create')}
        </Button>
      </Stack>
    </form>
  )
}

function RuleList({ met }: { readonly met: ReadonlySet<PassphraseRule> }): React.JSX.Element {
  const { t } = useTranslation('account')
  return (
    <ul className={classes['rules']} id="passphrase-rules">
      {PASSPHRASE_RULES.map((rule) => (
        <li key={rule} data-met={met.has(rule) || undefined}>
          {met.has(rule) ? <IconCheck size={16} aria-hidden /> : <IconCircle size={16} aria-hidden />}
          <span>
            {t(`passphrase.rule.${rule}`, { count: MIN_PASSPHRASE_LENGTH })}
            <span className="visually-hidden">
              {met.has(rule) ? t('passphrase.met') : t('passphrase.not-met')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
