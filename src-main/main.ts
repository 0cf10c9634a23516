import { app, BrowserWindow, dialog, ipcMain, Menu, powerMonitor, safeStorage, session } from 'electron'
import path from 'node:path'
import { answerRequests, isOwnPage } from '#bridge/answer-requests.ts'
import { forkPdfUtility } from '#main/pdf/fork-pdf-utility.ts'
import { startPdfWorker } from '#main/pdf/pdf-worker-host.ts'
import { handleAppScheme, registerAppScheme } from '#main/security/app-scheme.ts'
import { lockDownSession, silenceChromium } from '#main/security/lock-down.ts'
import { IDLE_SECONDS, lockWhenAway } from '#main/services/auto-lock.ts'
import { buildServices, type Services } from '#main/services/build-services.ts'
import { osSecretOf } from '#main/services/keyring/os-secret.ts'
import { stretchInWorker } from '#main/services/keyring/stretch-in-worker.ts'
import { announce } from '#main/windows/announce.ts'
import { closeQuestions, type ScreenLanguage } from '#main/windows/ask-to-close.ts'
import { holdClose } from '#main/windows/hold-close.ts'
import { focusMainWindow, openMainWindow, reloadWindows } from '#main/windows/main-window.ts'

const OUT = path.join(import.meta.dirname, '..')
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const userData = process.env['CONSTAT_USER_DATA']
let language: ScreenLanguage = 'fr'
const idleSeconds = Number(process.env['CONSTAT_IDLE_SECONDS']) || IDLE_SECONDS

// Without this Electron shows a dialog with the error's message, which may quote the work.
process.on('uncaughtException', (problem) => report('bridge.unexpected', 'main', problem))
if (userData) app.setPath('userData', userData)
silenceChromium()
registerAppScheme()

if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  Menu.setApplicationMenu(null)
  app.on('second-instance', () => {
    focusMainWindow()
    announce('app:warned', { code: 'app.already-open' })
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(open)
}

async function open(): Promise<void> {
  lockDownSession(session.defaultSession)
  handleAppScheme(path.join(OUT, 'renderer'), devServer)
  const { startPage, isOpen, askToLeave } = await joinServices()
  const window = openMainWindow(path.join(OUT, 'preload/preload.cjs'), startPage)
  holdClose(window, {
    isOpen,
    ask: askToLeave,
    ...closeQuestions(window, () => language),
  })
  closeWithTheSystem(window)
}

/** The session ends or the computer goes off: the same question is asked, and the system waits for it. */
function closeWithTheSystem(window: BrowserWindow): void {
  const hold = (event: { preventDefault(): void }): void => {
    event.preventDefault()
    app.quit()
  }
  window.on('query-session-end', hold)
  // The types say nothing of it, but the event can be held back on macOS and Linux.
  powerMonitor.on('shutdown', ((event: Electron.Event) => hold(event)) as () => void)
}

async function joinServices(): Promise<Services> {
  // A session of its own, in memory: nothing of the central store's answers goes to Chromium's disk cache.
  const network = session.fromPartition('central', { cache: false })
  lockDownSession(network)
  const services = await buildServices({
    userData: app.getPath('userData'),
    version: app.getVersion(),
    fetch: (url, init) => network.fetch(url, { ...init, bypassCustomProtocolHandlers: true }),
    stretch: stretchInWorker(path.join(import.meta.dirname, 'passphrase-worker.js')),
    osSecret: osSecretOf(safeStorage, process.platform),
    pdf: startPdfWorker(forkPdfUtility(path.join(import.meta.dirname, 'pdf-worker.js'))),
    announce,
    askWhere,
    reloadWindows,
    speak: (spoken) => (language = spoken),
    now: () => new Date(),
  })
  const { handlers, isOpen, lock } = services
  answerRequests({ ipc: ipcMain, handlers, isTrusted: isOwnPage, report })
  lockWhenAway({ monitor: powerMonitor, idleSeconds, isOpen, lock })
  powerMonitor.on('resume', () => announce('power:resumed', null))
  return services
}

async function askWhere(suggestedName: string): Promise<string | null> {
  const options = { defaultPath: path.basename(suggestedName) }
  const [window] = BrowserWindow.getAllWindows()
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  return answer.canceled ? null : answer.filePath
}

/** The name and place of a bug; its message may quote what was worked on, so it stays out. */
function report(code: string, channel: string, problem?: unknown): void {
  const place = problem instanceof Error ? (problem.stack ?? '').split('\n').slice(1, 4).join(' ') : ''
  console.error(`[constat] ${code} ${channel} ${place}`)
}
