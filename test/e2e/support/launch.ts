import { _electron, type ElectronApplication } from '@playwright/test'
import path from 'node:path'

type Options = Parameters<typeof _electron.launch>[0] & { readonly args: string[] }

const HOLD_READY = path.resolve(import.meta.dirname, 'hold-ready.cjs')

/** Starts Electron; the app opens its window once Playwright is attached. */
export const launchElectron = (options: Options): Promise<ElectronApplication> =>
  // no bound of its own: a loaded machine takes minutes, and each test has one
  _electron.launch({ timeout: 0, ...options, args: ['-r', HOLD_READY, ...options.args] })
