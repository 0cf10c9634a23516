import { useEffect, type RefObject } from 'react'
import { AnswerValue } from '#domain/checklist/control-grid.ts'
import { isTextField, leaveField } from '#renderer/ui/typing.ts'
import type { SaveChoice } from '#renderer/ui/useChosen.ts'

export interface ChecklistActions {
  readonly move: (step: 1 | -1) => void
  readonly answer: SaveChoice<AnswerValue>
}

function actOn(event: KeyboardEvent, { move, answer }: ChecklistActions): boolean {
  const { key, altKey, ctrlKey, metaKey, target } = event
  if (altKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
    leaveField()
    move(key === 'ArrowDown' ? 1 : -1)
    return true
  }
  if (ctrlKey && key === 'Enter') {
    leaveField()
    move(1)
    return true
  }
  const value = AnswerValue.enum[Number(key) - 1]
  if (value === undefined || altKey || ctrlKey || metaKey || isTextField(target)) return false
  void answer(value)
  return true
}

/** Alt+↑/↓, Ctrl+Enter and 1…4 while the grid is on screen and nothing lies over it. */
export function useChecklistKeys(root: RefObject<HTMLElement | null>, actions: ChecklistActions): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const shown = root.current?.checkVisibility() === true
      const covered = document.querySelector('[role=dialog]') !== null
      if (!shown || covered || event.defaultPrevented) return
      if (actOn(event, actions)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [root, actions])
}
