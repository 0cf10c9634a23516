import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import dayjs from 'dayjs'
import 'dayjs/locale/fr'
import 'dayjs/locale/nl'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import { setNonce } from 'get-nonce'
import type React from 'react'
import { cssVariables, theme } from '#renderer/ui/theme.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

// Without it a typed DD/MM/YYYY is dropped silently.
dayjs.extend(customParseFormat)

// Main puts a fresh nonce into the page; the policy applies only style elements that carry it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
if (nonce) setNonce(nonce)
const colorScheme = localStorageColorSchemeManager({ key: 'constat.theme' })

/** The whole page: look, language, and the frame inside. */
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
        <main>Constat</main>
      </DatesProvider>
    </MantineProvider>
  )
}
