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
 * Makes every text of a value printable: composed letters, no control characters, □ for what no font has,
 * hidden break places in very long words. Hashes and dates come through unchanged.
 */
export function makePrintable<T>(value: T, canDraw: (codePoint: number) => boolean): PrintableText<T> {
  let replaced = 0
  const clean = (text: string) => replaceSigns(text, canDraw, () => replaced++).replace(LONG_WORD, addBreaks)
  return { value: mapTexts(value, (text) => (SHA256.test(text) ? text : clean(text))) as T, replaced }
}

const SHA256 = /^[0-9a-f]{64}$/
const signs = new Intl.Segmenter('fr', { granularity: 'grapheme' })

function replaceSigns(text: string, canDraw: (codePoint: number) => boolean, count: () => void): string {
  const plain = text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\t', ' ').replace(CONTROLS, '')
  const isPrintable = (text: string) =>
    Array.from(text).every((sign) => sign === '\n' || canDraw(sign.codePointAt(0) ?? 0))
  // Finding where signs begin and end is slow, and seldom needed.
  if (isPrintable(plain)) return plain
  return Array.from(signs.segment(plain), ({ segment }) => {
    if (isPrintable(segment)) return segment
    count()
    return MISSING_SIGN
  }).join('')
}

/** C0 and C1 controls except the line feed, and the byte order mark. */
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]))
}
