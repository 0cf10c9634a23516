import { useLiveQuery } from 'dexie-react-hooks'
import type { Static, TSchema } from 'typebox'
import { readDraft, type DraftPlace } from '#renderer/db/drafts.ts'

/** What is kept at a place: undefined while it is read, null when there is nothing. */
export function useDraft<S extends TSchema>(place: DraftPlace<S>): Static<S> | null | undefined {
  return useLiveQuery(() => readDraft(place), [place.scope, place.name])
}
