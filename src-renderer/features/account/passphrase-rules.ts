import { foldText } from '#domain/listing/fold-text.ts'

export const MIN_PASSPHRASE_LENGTH = 12
const MIN_DIFFERENT_LETTERS = 5

/** What a passphrase must meet; each a key of the catalog `account`, `passphrase.rule.*`. */
export const PASSPHRASE_RULES = ['long', 'varied', 'not-yours', 'same'] as const
export type PassphraseRule = (typeof PASSPHRASE_RULES)[number]

/**
 * The rules a passphrase meets. Length counts most, so nothing is asked of digits or signs.
 * @param own words that stand for the user (name, e-mail): too easy to guess
 */
export function metRules(passphrase: string, repeated: string, own: readonly string[]): Set<PassphraseRule> {
  const folded = foldText(passphrase)
  const met: Record<PassphraseRule, boolean> = {
    long: passphrase.length >= MIN_PASSPHRASE_LENGTH,
    varied: new Set(folded).size >= MIN_DIFFERENT_LETTERS,
    'not-yours':
      passphrase !== '' && !ownWords(own).some((word) => folded === word || isMostly(folded, word)),
    same: passphrase !== '' && passphrase === repeated,
  }
  return new Set(PASSPHRASE_RULES.filter((rule) => met[rule]))
}

const ownWords = (own: readonly string[]): string[] => own.map(foldText).filter((word) => word.length > 2)

/** A passphrase with only a little added to an own word is that word. */
const isMostly = (folded: string, word: string): boolean =>
  folded.includes(word) && folded.length - word.length < MIN_PASSPHRASE_LENGTH / 2
