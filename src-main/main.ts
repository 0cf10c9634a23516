import { app, Menu, session } from 'electron'
import path from 'node:path'
import { handleAppScheme, registerAppScheme } from '#main/security/app-scheme.ts'
import { lockDownSession, silenceChromium } from '#main/security/lock-down.ts'
import { announce } from '#main/windows/announce.ts'
import { focusMainWindow, openMainWindow } from '#main/windows/main-window.ts'

const OUT = path.join(import.meta.dirname, '..')
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const userData = process.env['CONSTAT_USER_DATA']

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

function open(): void {
  lockDownSession(session.defaultSession)
  handleAppScheme(path.join(OUT, 'renderer'), devServer)
  openMainWindow(path.join(OUT, 'preload/preload.cjs'))
}
