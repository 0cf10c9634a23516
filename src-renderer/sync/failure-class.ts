import type { AppError } from '#domain/result.ts'

/** What the pump does about a failure (`docs/sync-protocol.md`, errors). */
export type FailureClass =
  /** Go back to the number the central store expects, and send again. */
  | 'gap'
  /** The central store's history is another one: shake hands, send again from the kept log. */
  | 'epoch'
  /** Two computers write as one device: stop and tell. */
  | 'forked'
  /** Sign in again; the queue stays. */
  | 'sign-in'
  /** A smaller batch; a single one that still does not pass is set aside. */
  | 'halve'
  /** This app is too old to sync; work goes on here. */
  | 'update'
  /** This inspection is not ours any more. */
  | 'revoked'
  /** Pull everything of the scope anew. */
  | 'resync'
  /** Wait and try again. */
  | 'retry'

const CLASSES: Readonly<Record<string, FailureClass>> = {
  'sync.gap': 'gap',
  'sync.epoch': 'epoch',
  'sync.forked': 'forked',
  'sync.resync': 'resync',
  'sync.scope-revoked': 'revoked',
  'request.not-assigned': 'revoked',
  'sync.app-too-old': 'update',
  'request.too-large': 'halve',
  'request.invalid': 'halve',
  'bridge.invalid-input': 'halve',
  'device.not-yours': 'sign-in',
  'session.wait': 'retry',
}

export function failureClass({ code }: AppError): FailureClass {
  return CLASSES[code] ?? (code.startsWith('session.') ? 'sign-in' : 'retry')
}

/** Whether the central store could not be reached at all: this computer is offline. */
export const isUnreachable = ({ code }: AppError): boolean => code === 'central.unreachable'

/** Whether a failure says something of the connection or of the central store itself, so that no question passes now. */
export const concernsAll = (error: AppError): boolean =>
  error.code.startsWith('central.') || failureClass(error) === 'sign-in'

const FIRST_MS = 2_000
const LONGEST_MS = 300_000

/**
 * How long to wait before try `attempt` (0, 1, 2…): full jitter, so that laptops coming back together do not call
 * together. What the central store asked for (`details.seconds`) is the least.
 * @param chance a number from 0 up to 1
 */
export function retryDelay(attempt: number, chance: number, error?: AppError): number {
  const asked = Number(error?.details?.['seconds'] ?? 0) * 1000
  return Math.max(asked, Math.round(chance * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt)))
}
