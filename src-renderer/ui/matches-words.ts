import { foldText } from '#domain/listing/fold-text.ts'

/** Whether a text holds every word of the search, in any order, accents and case aside. */
export function matchesWords(text: string, search: string): boolean {
  const folded = foldText(text)
  return foldText(search)
    .split(/\s+/)
    .every((word) => folded.includes(word))
}
