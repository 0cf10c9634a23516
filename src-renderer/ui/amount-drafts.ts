/** Amounts as typed that can't be recorded, by field: kept until they are put right, in memory only. */
const drafts = new Map<string, string>()

/** What was typed and could not be read as an amount; null when there is nothing of the kind. */
export const readDraft = (field: string): string | null => drafts.get(field) ?? null

/** Keeps a text that is not an amount; null forgets it. */
export function writeDraft(field: string, text: string | null): void {
  if (text === null) drafts.delete(field)
  else drafts.set(field, text)
}
