import { lock } from '#renderer/app/enter.ts'
import { syncNow } from '#renderer/app/pump.ts'
import { useKeys } from '#renderer/ui/useKeys.ts'

export interface AppKeys {
  readonly onPalette: () => void
  readonly onKeyList: () => void
}

/** The keys of the frame. */
export function useAppKeys({ onPalette, onKeyList }: AppKeys): void {
  useKeys('everywhere', { palette: onPalette, list: onKeyList, sync: () => void syncNow() })
  useKeys('always', { lock: () => void lock() })
}
