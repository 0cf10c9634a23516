import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications, notifications } from '@mantine/notifications'
import 'dayjs/locale/fr'
import 'dayjs/locale/nl'
import { setNonce } from 'get-nonce'
import type React from 'react'
import { lazy, Suspense, useEffect } from 'react'
import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx'
import { Gate } from '#renderer/app/Gate.tsx'
import { loadInside } from '#renderer/app/load-inside.ts'
import { loadSession, useSession } from '#renderer/app/session.ts'
import { bridge } from '#renderer/platform/bridge.ts'
import { cssVariables, theme } from '#renderer/ui/theme.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

// Main puts a fresh nonce into the page; the policy applies only style elements that carry it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
if (nonce) setNonce(nonce)
const colorScheme = localStorageColorSchemeManager({ key: 'constat.theme' })

const Frame = lazy(async () => ({ default: (await loadInside()).Frame }))

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
  useEffect(() => {
    const asked = requestIdleCallback(() => void loadInside())
    return () => cancelIdleCallback(asked)
  }, [])
  if (phase !== 'open' || owner === null || failure !== null) return <Gate />
  return (
    <Suspense fallback={<Gate />}>
      <Frame owner={owner} />
    </Suspense>
  )
}

/** Listens to main: everything is to be written down, something has to be said; tells it the language. */
function useDesktopEvents(): void {
  const language = useLanguage()
  const words = useErrorText()
  useEffect(() => {
    void loadSession()
    return bridge.on('leave:asked', (asked) => void loadInside().then((inside) => inside.onLeaveAsked(asked)))
  }, [])
  useEffect(() => void bridge.invoke('app:speak', { language }), [language])
  useEffect(
    () => bridge.on('app:warned', ({ code }) => notifications.show({ message: words({ code }) })),
    [words],
  )
}
