import type { Result } from '#domain/result.ts'
import { bridge, type OutputOf } from '#renderer/platform/bridge.ts'

export type OpenedVault = OutputOf<'vault:unlock'>

/** Enrols this laptop and protects everything on it with the passphrase. */
export const createVault = (passphrase: string): Promise<Result<OpenedVault>> =>
  bridge.invoke('vault:create', { passphrase })

/** Opens what is on this laptop; works without a network. */
export const unlockVault = (passphrase: string): Promise<Result<OpenedVault>> =>
  bridge.invoke('vault:unlock', { passphrase })
