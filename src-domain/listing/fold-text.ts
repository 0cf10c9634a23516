const ASCII_ONLY = /^[\x20-\x7e]*$/
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', '’': "'" }

/** Text as it is searched: lower case, no accents, ligatures opened, so that `énergie` is found by `ENERGIE`. */
export function foldText(text: string): string {
  // Codes and ids are nearly all of a listing, and need no Unicode work.
  if (ASCII_ONLY.test(text)) return text.toLowerCase()
  const bare = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return bare.replace(/[œæß’]/g, (letter) => LIGATURES[letter] ?? letter)
}

/** The words of a text as they are compared: folded, without any sign between them. */
export const wordsOf = (text: string): string[] => foldText(text).match(/[a-z0-9]+/g) ?? []

/** Text as it is ordered: folded, with numbers padded so that `P-9` stands before `P-10`. */
export function sortKey(text: string): string {
  return foldText(text).replace(/\d+/g, (digits) => digits.padStart(10, '0'))
}
