import { useEffect, type RefObject } from 'react'

interface Actions {
  readonly create: () => void
  readonly duplicate: () => void
}

/** Ctrl+N and Ctrl+D while the findings are on screen and nothing lies over them. */
export function useFindingKeys(root: RefObject<HTMLElement | null>, actions: Actions): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase()
      const ours = event.ctrlKey && !event.altKey && !event.shiftKey && (key === 'n' || key === 'd')
      const shown = root.current?.checkVisibility() === true
      if (!ours || !shown || event.defaultPrevented || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      if (key === 'n') actions.create()
      else actions.duplicate()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [root, actions])
}
