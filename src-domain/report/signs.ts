import { Type, type Static } from 'typebox'

/** Code points that a report's fonts can draw: first and last of each run. */
export const GlyphRanges = Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]))
export type GlyphRanges = Static<typeof GlyphRanges>

export type CanDraw = (codePoint: number) => boolean

/** Whether a code point is in one of the runs, which stand in their order. */
export function canDrawIn(ranges: GlyphRanges): CanDraw {
  return (codePoint) => {
    let [low, high] = [0, ranges.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const [first, last] = ranges[middle] ?? [0, 0]
      if (codePoint < first) high = middle - 1
      else if (codePoint > last) low = middle + 1
      else return true
    }
    return false
  }
}

const signs = new Intl.Segmenter('fr', { granularity: 'grapheme' })
/** A font may give a control character a glyph; it is no sign all the same. */
const isControl = (codePoint: number) => codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)

/** As it is printed: composed letters, plain line ends, a blank for a tab. */
const tidy = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' ')

/**
 * A text with every sign that no font has (a letter with its marks, an emoji with its joiners, a control character)
 * replaced. Nothing is dropped.
 */
export function replaceSigns(text: string, canDraw: CanDraw, replace: (sign: string) => string): string {
  const plain = tidy(text)
  const isPrintable = (part: string) =>
    Array.from(part).every((letter) => {
      const codePoint = letter.codePointAt(0) ?? 0
      return letter === '\n' || (!isControl(codePoint) && canDraw(codePoint))
    })
  // Finding where signs begin and end is slow, and seldom needed.
  if (isPrintable(plain)) return plain
  return Array.from(signs.segment(plain), ({ segment }) =>
    isPrintable(segment) ? segment : replace(segment),
  ).join('')
}

/** The signs of a text that no font has, each once. */
export function missingSigns(text: string, canDraw: CanDraw): string[] {
  const missing = new Set<string>()
  replaceSigns(text, canDraw, (sign) => (missing.add(sign), sign))
  return [...missing]
}

/** `👍` → `👍 (U+1F44D)`; a sign without a look is told by its number alone. */
export function nameSign(sign: string): string {
  const points = Array.from(sign, (letter) => {
    return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  })
  const number = points.join(' ')
  return /^[\p{C}\p{Z}]+$/u.test(sign) ? number : `${sign} (${number})`
}
