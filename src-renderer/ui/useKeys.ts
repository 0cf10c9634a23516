import { useEffect, type RefObject } from 'react'
import { isTyping, pressed, type ActOf, type Area, type KeyPress, type StrokeOf } from '#renderer/ui/keys.ts'
import { isTextField } from '#renderer/ui/typing.ts'

/** A handler for every act of the area: one that lacks, and one too many, does not compile. */
export type KeyHandlers<A extends Area> = {
  readonly [B in ActOf<A>]: (stroke: StrokeOf<A, B>) => void
}

/**
 * Listens to the keys of an area, wherever the focus is. Nothing happens while something lies over the screen (the area
 * `always` aside: who leaves the desk locks it, whatever is open), nor in a text field when the stroke types there.
 * @param handlers null while there is nothing to act on
 * @param root what must be in sight; absent for the whole window
 */
export function useKeys<A extends Area>(
  area: A,
  handlers: KeyHandlers<A> | null,
  root?: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    if (handlers === null) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || (area !== 'always' && isCovered()) || isHidden(root)) return
      if (act(area, handlers, event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [area, handlers, root])
}

const isCovered = (): boolean => document.querySelector('[role=dialog]') !== null
const isHidden = (root?: RefObject<HTMLElement | null>): boolean =>
  root !== undefined && root.current?.checkVisibility() !== true

/** Does what the key asks for; says whether it asked for anything. */
function act<A extends Area>(area: A, handlers: KeyHandlers<A>, event: KeyboardEvent): boolean {
  const asked = pressed(area, event)
  if (asked === null || (isTyping(asked.stroke) && isWanted(event))) return false
  const handler = handlers[asked.act] as (stroke: string) => void
  handler(asked.stroke)
  return true
}

/** Where Enter does something of its own; on the tab that is shown it would do nothing. */
const ACTS = 'button:not([role=tab][aria-selected=true]), a, select, [role=combobox]'

/** Whether the element that has the focus wants the key for itself. */
function isWanted({ target, key }: KeyPress & { readonly target: EventTarget | null }): boolean {
  if (isTextField(target)) return true
  return key === 'Enter' && target instanceof HTMLElement && target.closest(ACTS) !== null
}
