import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications, notifications } from '@mantine/notifications'
import dayjs from 'dayjs'
import 'dayjs/locale/fr'
import 'dayjs/locale/nl'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import { setNonce } from 'get-nonce'
import type React from 'react'
import { useEffect } from 'react'
import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx'
import { Frame } from '#renderer/app/Frame.tsx'
import { Gate } from '#renderer/app/Gate.tsx'
import { loadSession, onLocked, useSession } from '#renderer/app/session.ts'
import { bridge } from '#renderer/platform/bridge.ts'
import { cssVariables, theme } from '#renderer/ui/theme.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

// Without it a typed DD/MM/YYYY is dropped silently.
dayjs.extend(customParseFormat)

// Main puts a fresh nonce into the page; the policy applies only style elements that carry it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
if (nonce) setNonce(nonce)
const colorScheme = localStorageColorSchemeManager({ key: 'constat.theme' })

/** The whole page: look, language, and the way in or the frame. */
export function App(): React.JSX.Element {
  const language = useLanguage()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
        <Notifications position="bottom-right" limit={3} />
        <ErrorBoundary>
          <Entrance />
        </ErrorBoundary>
      </DatesProvider>
    </MantineProvider>
  )
}

function Entrance(): React.JSX.Element {
  const { phase, owner, failure } = useSession()
  useDesktopEvents()
  return phase === 'open' && owner !== null && failure === null ? <Frame owner={owner} /> : <Gate />
}

/** Listens to main: the vault was locked, something has to be said. */
function useDesktopEvents(): void {
  const words = useErrorText()
  useEffect(() => {
    void loadSession()
    return bridge.on('vault:locked', ({ reason }) => void onLocked(reason))
  }, [])
  useEffect(
    () => bridge.on('app:warned', ({ code }) => notifications.show({ message: words({ code }) })),
    [words],
  )
}
