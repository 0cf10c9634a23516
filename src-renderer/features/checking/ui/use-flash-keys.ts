import { useEffect, type RefObject } from 'react'
import { RESULTS, type LineResultName } from '#renderer/features/checking/line-result.ts'
import { isTextField, leaveField } from '#renderer/ui/typing.ts'

/** The key of each result, in their order. */
export const RESULT_KEYS: Readonly<Record<LineResultName, string>> = {
  ACCEPTED: '1',
  REFUSED: '2',
  OTHER: '3',
  UNAVAILABLE: 'U',
}

export interface FlashActions {
  readonly move: (step: 1 | -1) => void
  readonly moveToUnchecked: () => void
}

/** Where Enter does something of its own; on the tab that is shown it would do nothing. */
const ACTS = 'button:not([role=tab][aria-selected=true]), a, select, [role=combobox]'
const actsOnEnter = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest(ACTS) !== null

function actOnMove(event: KeyboardEvent, { move, moveToUnchecked }: FlashActions): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event
  const typing = isTextField(target)
  const arrow = altKey && (key === 'ArrowDown' || key === 'ArrowUp')
  const enter = key === 'Enter' && (ctrlKey || (!typing && !actsOnEnter(target)))
  if (arrow || enter) {
    leaveField()
    move(key === 'ArrowUp' || (enter && shiftKey) ? -1 : 1)
    return true
  }
  if (key.toLowerCase() !== 'n' || altKey || ctrlKey || metaKey || typing) return false
  moveToUnchecked()
  return true
}

/** Listens while the flash mode is on screen and nothing lies over it. */
function useKeys(root: RefObject<HTMLElement | null>, act: (event: KeyboardEvent) => boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const shown = root.current?.checkVisibility() === true
      if (!shown || event.defaultPrevented || document.querySelector('[role=dialog]') !== null) return
      if (act(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [root, act])
}

/** Alt+↑/↓, Enter and Ctrl+Enter move; N goes to the next line without a result. */
export const useMoveKeys = (root: RefObject<HTMLElement | null>, actions: FlashActions): void =>
  useKeys(root, (event) => actOnMove(event, actions))

/** 1, 2, 3 and U, except while a text field has the focus. */
export const useResultKeys = (
  root: RefObject<HTMLElement | null>,
  choose: (result: LineResultName) => void,
): void =>
  useKeys(root, (event) => {
    const { key, altKey, ctrlKey, metaKey, target } = event
    const result = RESULTS.find((name) => RESULT_KEYS[name] === key.toUpperCase())
    if (result === undefined || altKey || ctrlKey || metaKey || isTextField(target)) return false
    choose(result)
    return true
  })
