import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFraction, drawHash, drawOrder } from '#domain/sampling/draw-order.ts'

const SEED = 'ACT-2025-0042|INSP-2025-0107'
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

describe('the order of a draw (docs/formulas.md)', () => {
  it('is that of the vector', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `CE-${String(at + 1).padStart(4, '0')}`)
    const order = drawOrder(SEED, ids).map((place) => ids[place]?.slice(3))
    expect(order.join(',')).toBe('0004,0010,0006,0005,0007,0011,0001,0003,0002,0012,0009,0008')
    expect(drawHash(SEED, 'CE-0004')).toMatch(/^01e1d5bd333386db/)
    expect(drawHash(SEED, 'CE-0010')).toMatch(/^02388eb36a32f0a1/)
  })

  it('is the order that any other SHA-256 gives, for any text', () => {
    const ids = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 200 }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), ids, (seed, texts) => {
        const other = [...texts].sort((a, b) => (sha256(`${seed}|${a}`) < sha256(`${seed}|${b}`) ? -1 : 1))
        expect(drawOrder(seed, texts).map((place) => texts[place])).toEqual(other)
      }),
    )
  })

  it('holds where the first 32 bits of two hashes are alike', () => {
    const ids = Array.from({ length: 300_000 }, (_, at) => `U${at}`)
    const places = drawOrder('ties', ids)
    const hashes = places.map((place) => sha256(`ties|U${place}`))
    const alike = hashes.filter((hash, at) => hashes[at + 1]?.startsWith(hash.slice(0, 8)))
    expect(alike.length).toBeGreaterThan(0)
    expect(hashes.findIndex((hash, at) => at > 0 && hash < (hashes[at - 1] ?? ''))).toBe(-1)
  })

  it('starts a systematic selection somewhere from 0 to 1', () => {
    const fractions = Array.from({ length: 2000 }, (_, at) => drawFraction(`seed ${at}`))
    expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...fractions)).toBeLessThan(1)
    expect(fractions.reduce((sum, one) => sum + one, 0) / 2000).toBeCloseTo(0.5, 1)
  })
})
