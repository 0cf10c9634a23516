import { BrowserWindow } from 'electron'
import { WIRE, type EventName, type PayloadOf } from '#bridge/contract.ts'

/** Tells every window that something happened. */
export type Announce = <N extends EventName>(name: N, payload: PayloadOf<N>) => void

export const announce: Announce = (name, payload) => {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(WIRE.event, name, payload)
}
