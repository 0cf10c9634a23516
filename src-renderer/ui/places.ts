import type { Place } from '#domain/inspection/gap.ts'

/** The id of the field at a place, for those who lead there. */
export function placeId(place: Place): string {
  switch (place.kind) {
    case 'visit':
      return `visit-${place.field}`
    case 'point':
      return `point-${place.pointCode}-${place.field}`
    case 'finding':
      return `finding-${place.findingId}-${place.field}`
    case 'evidence':
      return `evidence-${place.evidenceId}-${place.field}`
  }
}

/** What is being looked for; a later search or anything the user does ends it. */
const search = { stop: (): void => undefined }

/**
 * Brings the field at a place into view and gives it the focus, as soon as it is on the screen: its tab may have to be
 * drawn and its record to be read first.
 */
export function focusPlace(place: Place): void {
  search.stop()
  if (focusField(placeId(place))) return
  const ended = new AbortController()
  const watch = new MutationObserver(() => {
    if (focusField(placeId(place))) search.stop()
  })
  watch.observe(document.body, { childList: true, subtree: true })
  search.stop = () => {
    watch.disconnect()
    ended.abort()
  }
  for (const act of ['pointerdown', 'keydown']) {
    window.addEventListener(act, () => search.stop(), { signal: ended.signal, capture: true })
  }
}

/** The control with this id, or the one chosen or the first in it; says whether it is there. */
function focusField(id: string): boolean {
  const found = document.getElementById(id)
  const control = found?.matches('input, textarea')
    ? found
    : (found?.querySelector<HTMLElement>('input:checked') ??
      found?.querySelector<HTMLElement>('input, textarea'))
  control?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
  return control !== null && control !== undefined
}
