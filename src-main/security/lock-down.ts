import { app, type Session, type WebContents } from 'electron'
import { APP_ORIGIN } from '#main/security/assets.ts'

/** What Chromium would otherwise ask or tell the world on its own. */
const QUIET_SWITCHES = [
  'disable-background-networking',
  'disable-breakpad',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'metrics-recording-only',
  'no-pings',
] as const
const QUIET_FEATURES =
  'AutofillServerCommunication,CertificateTransparencyComponentUpdater,OptimizationHints,MediaRouter'

/** Switches that keep every outside host out; must run before the app is ready. */
export function silenceChromium(): void {
  for (const name of QUIET_SWITCHES) app.commandLine.appendSwitch(name)
  app.commandLine.appendSwitch('disable-features', QUIET_FEATURES)
}

/** Refuses every permission and every spelling dictionary. */
export function lockDownSession(session: Session): void {
  // With `spellcheck: false` alone Chromium still asks Google for a dictionary at every start.
  session.setSpellCheckerLanguages([])
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
}

/** No page leaves our origin, opens a window or holds another page. */
export function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
}

function isOwnAddress(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`)
}
