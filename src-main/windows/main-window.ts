import { BrowserWindow, nativeTheme } from 'electron'
import { APP_ORIGIN } from '#main/security/assets.ts'
import { lockDownContents } from '#main/security/lock-down.ts'
import { zoomByKey } from '#main/windows/zoom.ts'

/** Background before the first paint, so that no white flash is seen in the dark theme. */
const BACKGROUND = { light: '#ffffff', dark: '#1a1b1e' } as const

/**
 * Opens the one window of the app, sandboxed, and shows it once it has something to show.
 * @param preload path of the built preload
 * @param onPageStart called before each page, also the one after a crash or a reload
 */
export function openMainWindow(preload: string, onPageStart: () => void): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    show: false,
    backgroundColor: BACKGROUND[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      v8CacheOptions: 'bypassHeatCheckAndEagerCompile',
      disableBlinkFeatures: 'Auxclick',
    },
  })
  lockDownContents(window.webContents)
  window.webContents.on('before-input-event', (event, press) => {
    if (zoomByKey(window.webContents, press)) event.preventDefault()
  })
  window.webContents.on('did-navigate', onPageStart)
  window.webContents.on('render-process-gone', () => window.webContents.reload())
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${APP_ORIGIN}/index.html`)
  return window
}

/** Brings the window to the front: what a second start does. */
export function focusMainWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

/**
 * Starts every page afresh: the only sure way to empty its memory of keys and records.
 * @param answers false for a page that hangs: it would never get round to it, so its process ends first
 */
export function reloadWindows(answers: boolean): void {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    // `render-process-gone` loads it again.
    if (answers) webContents.reload()
    else webContents.forcefullyCrashRenderer()
  }
}
