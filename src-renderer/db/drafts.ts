import { Type, type Static, type TSchema, type TString } from 'typebox'
import { Value } from 'typebox/value'
import { err, ok, type Result } from '#domain/result.ts'
import type { DraftRow } from '#renderer/db/rows.ts'
import { currentStore, guarded } from '#renderer/db/store.ts'

/** A drawn signature and a long remark fit well; what is larger belongs into a file. Characters of JSON. */
export const MAX_DRAFT = 1024 * 1024

/** Where one draft is kept. Two places with the same scope and name are one. */
export interface DraftPlace<S extends TSchema = TSchema> {
  /** The inspection it is sealed and deleted with; null for the laptop's own. */
  readonly scope: string | null
  /** Readable on the disk, so never made of anything that somebody typed. */
  readonly name: string
  /** What may be read from there. */
  readonly shape: S
}

/** A line of text kept until it can be recorded, or until something is made of it. */
export const textAt = (scope: string | null, name: string): DraftPlace<TString> => ({
  ...{ scope, name },
  shape: Type.String(),
})

/** The key of a place among all. */
export const draftKey = ({ scope, name }: Pick<DraftPlace, 'scope' | 'name'>): string =>
  `${scope ?? ''}/${name}`

/** Every draft on this laptop. Live. */
export const listDrafts = async (): Promise<DraftRow[]> => await currentStore().db.drafts.toArray()

/**
 * What was kept there, or null: nothing was, or by an earlier app that gave it another shape. Live.
 * A draft is what is not a record yet (half typed, not confirmed): it never leaves this laptop.
 */
export async function readDraft<S extends TSchema>(place: DraftPlace<S>): Promise<Static<S> | null> {
  const row = await currentStore().db.drafts.get(draftKey(place))
  return row !== undefined && Value.Check(place.shape, row.value) ? row.value : null
}

/**
 * Keeps a draft; when this has resolved, it survives a power cut.
 * Errors: `store.draft-too-large`, `store.disk-full`, `store.key-missing`.
 */
export async function writeDraft<S extends TSchema>(
  place: DraftPlace<S>,
  value: Static<S>,
): Promise<Result<null>> {
  if (JSON.stringify(value).length > MAX_DRAFT) return err('store.draft-too-large')
  return await guarded(async () => {
    const scope = place.scope === null ? {} : { scope: place.scope }
    await currentStore().db.drafts.put({ key: draftKey(place), ...scope, value })
    return ok(null)
  })
}

/** Forgets a draft: it became a record, or it was given up. */
export async function removeDraft(place: DraftPlace): Promise<Result<null>> {
  return await guarded(async () => {
    await currentStore().db.drafts.delete(draftKey(place))
    return ok(null)
  })
}
