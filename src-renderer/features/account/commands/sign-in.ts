import type { Result } from '#domain/result.ts'
import { completeAddress } from '#renderer/features/account/complete-address.ts'
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
