import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react'
import { useConventionView } from '#renderer/features/convention/state/convention-view.ts'

const SUMMARY = 'summary'
/** A part counts as read once its heading is this near to the top of the page, in pixels. */
const NEAR_TOP = 48

interface ReadingPlace {
  readonly page: RefObject<HTMLDivElement | null>
  readonly place: string
  readonly goTo: (place: string) => void
  readonly onScroll: () => void
}

/** Follows what is being read: opens the page where it was left, moves on request, notes the part in view. */
export function useReadingPlace(inspectionId: string): ReadingPlace {
  const page = useRef<HTMLDivElement>(null)
  const place = useConventionView(({ places }) => places[inspectionId] ?? SUMMARY)
  const note = useConventionView((view) => view.goTo)

  useLayoutEffect(() => {
    const left = useConventionView.getState().places[inspectionId]
    if (left) partOf(page.current, left)?.scrollIntoView()
  }, [inspectionId])

  const goTo = useCallback(
    (wanted: string) => {
      note(inspectionId, wanted)
      const part = partOf(page.current, wanted)
      part?.scrollIntoView()
      part?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
    },
    [inspectionId, note],
  )
  const onScroll = useCallback(() => {
    const seen = partInView(page.current)
    if (seen) note(inspectionId, seen)
  }, [inspectionId, note])
  return { page, place, goTo, onScroll }
}

const partOf = (page: HTMLElement | null, place: string) =>
  page?.querySelector<HTMLElement>(`[data-part="${place}"]`)

function partInView(page: HTMLElement | null): string | undefined {
  if (!page) return undefined
  const parts = [...page.querySelectorAll<HTMLElement>('[data-part]')]
  const atEnd = page.scrollTop > 0 && page.scrollTop + page.clientHeight >= page.scrollHeight - 1
  const top = page.getBoundingClientRect().top + NEAR_TOP
  const read = parts.findLast((part) => part.getBoundingClientRect().top <= top)
  return (atEnd ? parts.at(-1) : read)?.dataset['part']
}
