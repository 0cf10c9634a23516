import { useEffect, useState } from 'react'
import { forgetSpot, keepSpot, spotOf, type Spot } from '#renderer/ui/kept-scrolls.ts'

/** What somebody does who is at work there. */
const TAKES_OVER = ['wheel', 'pointerdown', 'input'] as const

/**
 * Keeps where a container is scrolled to, each time it comes to rest, and goes back there after unlock.
 * @param name one of its own among those that are on screen together
 * @returns the `ref` of the container
 */
export function useKeptScroll(name: string): (box: HTMLElement | null) => void {
  const [box, setBox] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (!box) return
    const spot = spotOf(name)
    const stop = spot && scrollBack(box, spot, () => forgetSpot(name))
    const keep = ({ target }: Event): void => {
      if (target === box) keepSpot(name, { top: box.scrollTop, left: box.scrollLeft })
    }
    box.addEventListener('scrollend', keep)
    return () => {
      stop?.()
      box.removeEventListener('scrollend', keep)
    }
  }, [box, name])
  return setBox
}

/** Scrolls as far as there is content, again whenever there is more, until the place is reached or somebody acts. */
function scrollBack(box: HTMLElement, { top, left }: Spot, onEnd: () => void): () => void {
  const observer = new ResizeObserver(() => {
    box.scrollTo({ top, left, behavior: 'instant' })
    if (Math.abs(box.scrollTop - top) <= 1) end()
  })
  const stop = (): void => {
    observer.disconnect()
    for (const act of TAKES_OVER) box.removeEventListener(act, end)
  }
  const end = (): void => {
    stop()
    onEnd()
  }
  for (const act of TAKES_OVER) box.addEventListener(act, end)
  for (const part of [box, ...box.children]) observer.observe(part)
  return stop
}
