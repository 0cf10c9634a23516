import type { Static, TSchema } from 'typebox'
import { draftKey, writeDraft, type DraftPlace } from '#renderer/db/drafts.ts'
import { PAUSE_MS } from '#renderer/ui/autosave.ts'
import { keptAt, showKept } from '#renderer/ui/kept-drafts.ts'

/** The places whose newest look is not on the disk. */
const waiting = new Map<string, DraftPlace>()
let pause: ReturnType<typeof setTimeout> | undefined

/** Keeps what is looked at, for the next start: after a pause, and unlike what is typed, without a word in the footer. */
export function keepLook<S extends TSchema>(place: DraftPlace<S>, look: Static<S>): void {
  showKept(place, look)
  waiting.set(draftKey(place), place)
  clearTimeout(pause)
  pause = setTimeout(() => void writeLooks(), PAUSE_MS)
}

/** Writes those that wait, now. What a full disk does not take is no loss: the look before comes back. */
export async function writeLooks(): Promise<void> {
  clearTimeout(pause)
  const places = [...waiting.values()]
  waiting.clear()
  await Promise.allSettled(places.map(writeLook))
}

/** Nothing is kept of an inspection whose package was deleted meanwhile. */
async function writeLook(place: DraftPlace): Promise<void> {
  const look = keptAt(place)
  if (look !== null) await writeDraft(place, look)
}
