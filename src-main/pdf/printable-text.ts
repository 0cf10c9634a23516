import { replaceSigns, type CanDraw } from '#domain/report/signs.ts'

/** Stands for what the font can't draw; PDF/A forbids the empty box a reader would show. */
export const MISSING_SIGN = '□'

const BREAK = '\u200b'
/** A word this long gets places to break at, after its joints or else every 25 signs, so that it can't leave its column. */
const LONG_WORD = /[^\s\u200b]{30,}/g
const addBreaks = (word: string) =>
  word.replace(/[_/.@\\-](?=.)/g, `$&${BREAK}`).replace(/[^\u200b]{25}(?=[^\u200b]{5})/g, `$&${BREAK}`)

export interface PrintableText<T> {
  readonly value: T
  /** How many signs were replaced. */
  readonly replaced: number
}

/**
 * Makes every text of a value printable: composed letters, □ for what no font has, control characters included,
 * hidden break places in very long words. Hashes and dates come through unchanged.
 */
export function makePrintable<T>(value: T, canDraw: CanDraw): PrintableText<T> {
  let replaced = 0
  const clean = (text: string) =>
    replaceSigns(text, canDraw, () => (replaced++, MISSING_SIGN)).replace(LONG_WORD, addBreaks)
  return { value: mapTexts(value, (text) => (SHA256.test(text) ? text : clean(text))) as T, replaced }
}

const SHA256 = /^[0-9a-f]{64}$/
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]))
}
