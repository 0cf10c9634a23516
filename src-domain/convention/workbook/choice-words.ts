import { valueAt } from '#domain/convention/workbook/places.ts'
import { enumReader } from '#domain/listing/read-words.ts'
import en from '#resources/locales/en/convention.json' with { type: 'json' }
import fr from '#resources/locales/fr/convention.json' with { type: 'json' }
import nl from '#resources/locales/nl/convention.json' with { type: 'json' }

/** Yes and no as a form writes them. */
export const YES_NO = { fr: [fr.yes, fr.no], nl: [nl.yes, nl.no] } as const

/** A value that may be chosen, with its words. */
export interface Choice {
  readonly code: string
  readonly words: Readonly<Record<'fr' | 'nl' | 'en', string>>
}

/**
 * The values of a field with the words that the screens show for them.
 * @param place where the words stand in the catalogs of the convention, `financing/modes`; a code without words of its
 *   own, such as that of a section, is its own word
 */
export const choicesFor = (codes: readonly string[], place: string | undefined): Choice[] =>
  codes.map((code) => {
    const wordIn = (catalog: object): string =>
      place === undefined ? code : wordAt(catalog, `${place}/${code}`)
    return { code, words: { fr: wordIn(fr), nl: wordIn(nl), en: wordIn(en) } }
  })

function wordAt(catalog: object, place: string): string {
  const word = valueAt(catalog, place)
  if (typeof word !== 'string') throw new RangeError(`the catalogs have no word ${place}`)
  return word
}

/** The code that a text stands for: itself, or its word in any of the three languages; null for any other text. */
export function readChoice(text: string, choices: readonly Choice[]): string | null {
  const values = Object.fromEntries(choices.map(({ code, words }) => [code, Object.values(words)]))
  return enumReader({ values })(text)
}

/** The word of a code in a form of one language. */
export const wordOf = (
  code: unknown,
  choices: readonly Choice[],
  language: 'fr' | 'nl',
): string | undefined => choices.find((choice) => choice.code === code)?.words[language]
