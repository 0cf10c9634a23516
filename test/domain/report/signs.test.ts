import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canDrawIn, missingSigns, nameSign, replaceSigns, type GlyphRanges } from '#domain/report/signs.ts'

const LATIN: GlyphRanges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x301, 0x301],
]
const canDraw = canDrawIn(LATIN)

describe('what fonts can draw', () => {
  it('is exactly what stands in the runs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x400 }), (codePoint) => {
        const isInside = LATIN.some(([first, last]) => codePoint >= first && codePoint <= last)
        expect(canDraw(codePoint)).toBe(isInside)
      }),
    )
  })
})

describe('signs that no font has', () => {
  it.each([
    ['Vu 👍🏽 par', '👍🏽', '👍🏽 (U+1F44D U+1F3FD)'],
    ['le 東 et', '東', '東 (U+6771)'],
    ['مرحبا'.slice(0, 1), 'م', 'م (U+0645)'],
    ['x\u0302', 'x\u0302', 'x\u0302 (U+0078 U+0302)'],
    ['a\u0007b', '\u0007', 'U+0007'],
    ['\ufeffNom', '\ufeff', 'U+FEFF'],
    ['A\u0085', '\u0085', 'U+0085'],
    ['A\ud83d', '\ud83d', 'U+D83D'],
  ])('are found whole in %j and told with their number', (text, sign, told) => {
    expect(missingSigns(text, canDraw)).toEqual([sign])
    expect(nameSign(sign)).toBe(told)
  })

  it('are no letter with a mark that composes, no line end and no tab', () => {
    expect(missingSigns('e\u0301te\u0301\r\nligne\tdeux\rtrois', canDraw)).toEqual([])
    expect(replaceSigns('e\u0301\r\na\tb\rc', canDraw, () => '□')).toBe('é\na b\nc')
  })

  it('are all replaced, and nothing else is changed or dropped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const seen: string[] = []
        const printed = replaceSigns(text, canDraw, (sign) => (seen.push(sign), 'X'))
        expect(new Set(seen)).toEqual(new Set(missingSigns(text, canDraw)))
        expect(missingSigns(printed, canDraw)).toEqual([])
        if (seen.length === 0)
          expect(printed).toBe(text.normalize('NFC').replace(/\r\n?/g, '\n').replaceAll('\t', ' '))
      }),
    )
  })
})
