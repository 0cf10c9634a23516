import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge, EventName, PayloadOf } from '#bridge/contract.ts'

// The names of the two wires are written out: importing them would pull every schema into the preload.
const bridge: Bridge = {
  invoke: (name, input) => ipcRenderer.invoke('bridge:request', name, input),
  on: <N extends EventName>(name: N, listener: (payload: PayloadOf<N>) => void) => {
    const relay = (_: IpcRendererEvent, sent: string, payload: PayloadOf<N>): void => {
      if (sent === name) listener(payload)
    }
    ipcRenderer.on('bridge:event', relay)
    return () => {
      ipcRenderer.off('bridge:event', relay)
    }
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)
