import type { Result } from '#domain/result.ts'
import { bridge, type InputOf, type OutputOf } from '#renderer/platform/bridge.ts'

/** Signs in at the central store; an address without a scheme means https, or http on this computer. */
export function signIn(
  credentials: InputOf<'account:sign-in'>,
): Promise<Result<OutputOf<'account:sign-in'>>> {
  return bridge.invoke('account:sign-in', {
    ...credentials,
    serverUrl: completeAddress(credentials.serverUrl),
    email: credentials.email.trim(),
  })
}

/** `central.office.be` → `https://central.office.be`; without the last slash. */
export function completeAddress(typed: string): string {
  const bare = typed.trim().replace(/\/+$/, '')
  if (/^https?:\/\//i.test(bare)) return bare
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(bare) ? `http://${bare}` : `https://${bare}`
}
