import type { Column } from '#domain/listing/column.ts'
import { wordsOf } from '#domain/listing/fold-text.ts'

const YES = ['o', 'oui', 'j', 'ja', '1', 'x', 'vrai', 'waar', 'true', 'y', 'yes']
const NO = ['n', 'non', 'nee', 'neen', '0', 'faux', 'onwaar', 'false', 'no']
/** What parts two languages, or a code and its meaning. */
const BETWEEN = /[/|()–—:]|\s-\s/
/** Dutch words of an attendance list, where `A` may be *aanwezig*. */
const DUTCH = /^(?:aanw|afw|ja$|nee)/

type Words = ReadonlyMap<string, string>

const keyOf = (text: string): string => wordsOf(text).join('')

/** The ways to write each value, and the value itself. */
const wordsFor = (values: Readonly<Record<string, readonly string[]>>): Words =>
  new Map(
    Object.entries(values).flatMap(([value, others]) =>
      [value, ...others].map((word) => [keyOf(word), value]),
    ),
  )

/**
 * The value that a text stands for, whatever its case, accents and signs; of `Collectif / Collectief` or
 * `CEI (inoccupé)` each part must stand for it.
 */
function valueOf(words: Words, text: string): string | null {
  const whole = words.get(keyOf(text))
  if (whole !== undefined) return whole
  const parts = text.split(BETWEEN).filter((part) => keyOf(part) !== '')
  const [value = null, other] = new Set(parts.map((part) => words.get(keyOf(part)) ?? null))
  return other === undefined ? value : null
}

/** Makes what reads the values of a column of few values; null for any other text. */
export function enumReader({ values = {} }: Pick<Column, 'values'>): (text: string) => string | null {
  const words = wordsFor(values)
  return (text) => valueOf(words, text)
}

const BOOLEANS = wordsFor({ yes: YES, no: NO })
const TRUTH = new Map([
  ['yes', true],
  ['no', false],
])

/** A word for yes or no in the languages of the office; null for any other. */
export const readBoolean = (text: string): boolean | null => TRUTH.get(valueOf(BOOLEANS, text) ?? '') ?? null

/**
 * Makes the reader of a column of yes and no, which may have words of its own: `P`, `absent`. `A` is absent in French;
 * in a column with Dutch words it may be present, and is not read.
 */
export function booleanReader(
  { values = {} }: Column,
  cells: Iterable<string>,
): (text: string) => boolean | null {
  const { yes = [], no = [] } = values
  const words = wordsFor({ yes: [...YES, ...yes], no: [...NO, ...no] })
  let isDutch: boolean | undefined
  const isDoubtful = (key: string): boolean =>
    key === 'a' && (isDutch ??= Array.from(cells, keyOf).some((cell) => DUTCH.test(cell)))
  return (text) => (isDoubtful(keyOf(text)) ? null : (TRUTH.get(valueOf(words, text) ?? '') ?? null))
}
