import { useHotkeys } from '@mantine/hooks'
import { lock } from '#renderer/app/enter.ts'
import { syncNow } from '#renderer/app/pump.ts'

/** The keys that work everywhere: what to press, and the key of its text in `frame`, `keys.*`. */
export const KEY_MAP = [
  { keys: ['Ctrl', 'K'], text: 'palette' },
  { keys: ['Ctrl', 'N'], text: 'new-finding' },
  { keys: ['Ctrl', 'D'], text: 'duplicate' },
  { keys: ['Alt', '↑ ↓'], text: 'next-point' },
  { keys: ['1 … 4'], text: 'answer' },
  { keys: ['1 … 3', 'U'], text: 'check-line' },
  { keys: ['N'], text: 'next-unchecked' },
  { keys: ['Ctrl', 'Enter'], text: 'save-next' },
  { keys: ['F2'], text: 'edit-cell' },
  { keys: ['Ctrl', 'Shift', 'S'], text: 'sync' },
  { keys: ['Ctrl', 'Shift', 'L'], text: 'lock' },
  { keys: ['Esc'], text: 'close' },
  { keys: ['?'], text: 'list' },
] as const

export interface AppKeys {
  readonly onPalette: () => void
  readonly onKeyList: () => void
}

/** Shortcuts of the frame; they also work while a text field has the focus, except `?`. */
export function useAppKeys({ onPalette, onKeyList }: AppKeys): void {
  useHotkeys(
    [
      ['mod+K', onPalette],
      ['mod+shift+S', () => void syncNow()],
      ['mod+shift+L', () => void lock()],
    ],
    [],
  )
  useHotkeys([['shift+?', onKeyList]])
}
