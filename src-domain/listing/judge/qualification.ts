import { foldText } from '#domain/listing/fold-text.ts'

/** Levels of the European qualifications framework by the words that name them in FR, NL and EN. */
const LEVELS: readonly (readonly [number, RegExp])[] = [
  [8, /doctor|phd/],
  [7, /master|licenc|licentia/],
  [6, /bache|graduat|gegradueerd/],
  [5, /brevet|associate|hbo5/],
  [4, /cess|secondaire superieur|hoger secundair|upper secondary/],
  [3, /cesi|secondaire inferieur|lager secundair|lower secondary/],
  [1, /ceb|primaire|lager onderwijs|primary/],
]

/** The level a qualification stands at, 1 to 8; null when its words say none. */
export function qualificationLevel(text: string): number | null {
  const folded = foldText(text)
  return LEVELS.find(([, words]) => words.test(folded))?.[0] ?? null
}
