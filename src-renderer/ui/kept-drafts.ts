import type { Static, TSchema, TString } from 'typebox'
import { Value } from 'typebox/value'
import { create } from 'zustand'
import type { AppError, Result } from '#domain/result.ts'
import { draftKey, listDrafts, removeDraft, writeDraft, type DraftPlace } from '#renderer/db/drafts.ts'
import { Autosave, type Saved } from '#renderer/ui/autosave.ts'
import { trackSave } from '#renderer/ui/save-status.ts'

/** The drafts of this laptop as they were typed last, by key: a field shows its own at once, written or not. */
const useDrafts = create<Readonly<Record<string, unknown>>>(() => ({}))

/** The keys of those that are, or may be, on the disk. */
const written = new Set<string>()

/** Reads them all; when the store opens, before a screen is shown. */
export async function loadDrafts(): Promise<void> {
  const rows = await listDrafts()
  for (const { key } of rows) written.add(key)
  useDrafts.setState(Object.fromEntries(rows.map(({ key, value }) => [key, value])), true)
}

const shaped = <S extends TSchema>({ shape }: DraftPlace<S>, value: unknown): Static<S> | null =>
  Value.Check(shape, value) ? value : null

/** What is kept at a place now; null when there is nothing. */
export const keptAt = <S extends TSchema>(place: DraftPlace<S>): Static<S> | null =>
  shaped(place, useDrafts.getState()[draftKey(place)])

/** What is kept at a place; the component is drawn again when it changes. */
export const useKept = <S extends TSchema>(place: DraftPlace<S>): Static<S> | null =>
  shaped(
    place,
    useDrafts((drafts) => drafts[draftKey(place)]),
  )

const fields = new Map<string, Autosave>()

/** The one that saves what is typed at a place: a field that comes back goes on with it. */
export function autosaveAt(place: DraftPlace): Autosave {
  const key = draftKey(place)
  const field = fields.get(key) ?? new Autosave()
  fields.set(key, field)
  return field
}

/** Shows a draft at once and has it on disk within the second: for what is typed and is not a record yet. */
export function keepTyped<S extends TSchema>(place: DraftPlace<S>, value: Static<S>): void {
  showKept(place, value)
  autosaveAt(place).type(() => trackSave(writeDraft(place, value), { tellsRefusal: true }))
}

/** The draft became a record, or was given up: it goes, after what of it is still being written. */
export async function dropTyped(place: DraftPlace): Promise<void> {
  showKept(place, undefined)
  const field = autosaveAt(place)
  field.type(() => removeDraft(place))
  await field.flush()
}

/** A text typed for what is still to be made: it survives ✕, lock and crash, and goes when that is made. */
export function useKeptText(place: DraftPlace<TString>, first = '') {
  return {
    text: useKept(place) ?? first,
    type: (text: string) => keepTyped(place, text),
    drop: () => dropTyped(place),
  }
}

/**
 * Records a text; what the record refuses is kept beside it. Where one is kept already, the newer takes its place
 * first: whenever the page ends, no older text comes back.
 */
export async function recordOrKeep(
  place: DraftPlace<TString>,
  text: string,
  save: (text: string) => Promise<Result<null>>,
): Promise<Saved> {
  const key = draftKey(place)
  if (written.has(key)) await writeDraft(place, text)
  const saved = await save(text)
  if (!saved.ok) return { ...saved, kept: await isKeptAfter(saved.error, place, text) }
  showKept(place, undefined)
  if (written.delete(key)) await removeDraft(place)
  return saved
}

/** A full disk has no room for a draft either, and Chromium may never answer a second write: the text stays in sight. */
async function isKeptAfter({ code }: AppError, place: DraftPlace<TString>, text: string): Promise<boolean> {
  showKept(place, text)
  if (code === 'store.disk-full') return false
  written.add(draftKey(place))
  return (await writeDraft(place, text)).ok
}

/** Shows what is kept at a place from now on; undefined when nothing is. */
export function showKept(place: DraftPlace, value: unknown): void {
  const key = draftKey(place)
  if (useDrafts.getState()[key] !== value) useDrafts.setState({ [key]: value })
}

/** The package of an inspection was deleted, and its drafts with it. */
export const forgetDraftsOf = (inspectionId: string): void =>
  useDrafts.setState(
    (drafts) =>
      Object.fromEntries(
        Object.entries(drafts).filter(
          ([key]) => !key.startsWith(draftKey({ scope: inspectionId, name: '' })),
        ),
      ),
    true,
  )
