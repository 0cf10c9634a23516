import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import type React from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '#domain/account/account.ts'
import type { AppError } from '#domain/result.ts'
import { signIn } from '#renderer/features/account/commands/sign-in.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'

interface Props {
  readonly serverUrl: string
  /** Given when the account is known: then only the password is asked. */
  readonly email?: string
  readonly onSignedIn: (serverUrl: string, user: User) => void
}

/** Address, e-mail, password. On failure the password stays, to be corrected. */
export function SignInForm({ serverUrl, email, onSignedIn }: Props): React.JSX.Element {
  const { t } = useTranslation('account')
  const [typed, setTyped] = useState({ serverUrl, email: email ?? '', password: '' })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AppError | null>(null)
  const type = (field: keyof typeof typed) => (event: React.ChangeEvent<HTMLInputElement>) => {
    const value = event.currentTarget.value
    setTyped((now) => ({ ...now, [field]: value }))
  }
  const submit = async (event: React.SyntheticEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const signedIn = await signIn(typed)
    setBusy(false)
    setFailure(signedIn.ok ? null : signedIn.error)
    if (signedIn.ok) onSignedIn(typed.serverUrl, signedIn.value.user)
  }
  const known = email !== undefined
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TextInput
          label={t('server')}
          value={typed.serverUrl}
          onChange={type('serverUrl')}
          required
          readOnly={known}
          spellCheck={false}
          withAsterisk={false}
        />
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          value={typed.email}
          onChange={type('email')}
          required
          readOnly={known}
          withAsterisk={false}
          {...(known ? {} : { 'data-autofocus': true, autoFocus: true })}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          value={typed.password}
          onChange={type('password')}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('show-password'), tabIndex: 0 }}
          {...(known ? { 'data-autofocus': true } : {})}
        />
        {failure && <ErrorNotice error={failure} />}
        <Button type="submit" loading={busy} fullWidth mt={4}>
          {t('sign-in')}
        </Button>
      </Stack>
    </form>
  )
}
