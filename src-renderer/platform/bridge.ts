import type { Bridge } from '#bridge/contract.ts'

export type {
  Bridge,
  EventName,
  InputOf,
  OutputOf,
  PayloadOf,
  RequestName,
  VaultOwner,
} from '#bridge/contract.ts'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** The only door to the desktop. Everything else receives it as an argument. */
export const bridge: Bridge = window.bridge
