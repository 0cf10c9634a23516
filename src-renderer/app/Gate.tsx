import { Button, Group, Stack, Text } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { GateCard } from '#renderer/features/account/ui/GateCard.tsx'
import { PassphraseForm } from '#renderer/features/account/ui/PassphraseForm.tsx'
import { SignInForm } from '#renderer/features/account/ui/SignInForm.tsx'
import { UnlockForm } from '#renderer/features/account/ui/UnlockForm.tsx'
import { LanguageMenu } from '#renderer/app/LanguageMenu.tsx'
import { loadInside } from '#renderer/app/load-inside.ts'
import { loadSession, rememberedPending, useSession, type Phase } from '#renderer/app/session.ts'
import { ThemeButton } from '#renderer/app/ThemeButton.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import type { OutputOf } from '#renderer/platform/bridge.ts'
import type { User } from '#domain/account/account.ts'
import type { AppError } from '#domain/result.ts'

const SERVER_KEY = 'constat.server'
const DEFAULT_SERVER = 'http://127.0.0.1:8460'

/** The way in: sign in once, set a passphrase; afterwards unlock. */
export function Gate(): React.JSX.Element {
  const { t } = useTranslation('account')
  const { phase, failure, lockReason } = useSession()
  if (failure) return <GateFailure failure={failure} />
  const texts: Record<Phase, { title: string; text?: string }> = {
    starting: { title: 'Constat' },
    open: { title: 'Constat' },
    empty: { title: t('sign-in-title'), text: t('sign-in-text') },
    'signed-in': { title: t('passphrase.title'), text: t('passphrase.text') },
    locked: { title: t('unlock.title'), text: t(`unlock.reason.${lockReason ?? 'start'}`) },
  }
  return (
    <GateCard {...texts[phase]} corner={<GateCorner />}>
      <GateForm />
    </GateCard>
  )
}

function GateForm(): React.JSX.Element | null {
  const { phase, owner, person, waitMs, osSecret } = useSession()
  if (phase === 'empty') {
    return (
      <SignInForm serverUrl={localStorage.getItem(SERVER_KEY) ?? DEFAULT_SERVER} onSignedIn={afterSignIn} />
    )
  }
  if (phase === 'signed-in') {
    const own = person ? [person.displayName, person.email.split('@')[0] ?? ''] : []
    return <PassphraseForm own={own} osSecret={osSecret} onCreated={enter} />
  }
  if (phase !== 'locked' || owner === null) return null
  return <UnlockForm owner={owner} waitMs={waitMs} pending={rememberedPending()} onUnlocked={enter} />
}

const enter = (vault: OutputOf<'vault:unlock'>): void =>
  void loadInside().then((inside) => inside.enter(vault))

function afterSignIn(serverUrl: string, person: User): void {
  localStorage.setItem(SERVER_KEY, serverUrl)
  useSession.setState({ person })
  void loadSession()
}

function GateCorner(): React.JSX.Element {
  return (
    <Group gap={4}>
      <LanguageMenu />
      <ThemeButton />
    </Group>
  )
}

function GateFailure({ failure }: { readonly failure: AppError }): React.JSX.Element {
  const { t } = useTranslation(['account', 'common'])
  return (
    <GateCard title={t('failure.title')} corner={<GateCorner />}>
      <Stack gap="sm">
        <ErrorNotice error={failure} />
        <Text size="sm">{t('failure.text')}</Text>
        <Button variant="default" onClick={() => void loadSession()}>
          {t('common:retry')}
        </Button>
      </Stack>
    </GateCard>
  )
}
