import { describe, expect, it } from 'vitest'
import { glyphGaps, missingGlyphs } from '#domain/report/missing-glyphs.ts'
import { answers, convention, evidence, finding, inspection, sampleReport } from '#test/main/report-sample.ts'

/** A font with all but the emoji. */
const canDraw = (codePoint: number) => codePoint < 0x1f000
const THUMB = '👍 (U+1F44D)'

describe('signs that the fonts of a report lack', () => {
  it('are told with the field they stand in; names and titles hold the signature back', () => {
    const model = sampleReport({
      inspection: { ...inspection, inspectorName: 'Anne 👍', summary: 'Bien 👍, vraiment 👍' },
      convention: { ...convention, partner: { ...convention.partner, name: { fr: 'Les 👍', nl: '' } } },
      findings: [finding(3, { title: 'Accueil 👍', condition: 'Vu 👍' })],
      evidence: [evidence(7, { caption: 'Photo 👍' })],
    })
    const found = missingGlyphs(model, canDraw).map(({ label, field, sign, blocks }) => {
      expect(sign).toBe(THUMB)
      return [label, field, blocks]
    })
    expect(found).toContainEqual(['', 'name', true])
    expect(found).toContainEqual(['', 'inspector', true])
    expect(found).toContainEqual(['', 'summary', false])
    expect(found).toContainEqual(['C-03', 'title', true])
    expect(found).toContainEqual(['C-03', 'condition', false])
    expect(found).toContainEqual(['P-07', 'caption', false])
    expect(found).toHaveLength(6)
  })

  it('are none in a report that can be printed whole', () => {
    expect(missingGlyphs(sampleReport(), canDraw)).toEqual([])
  })

  it('are gaps before the report is laid out: in a title to be mended, elsewhere to be known', () => {
    const typed = {
      inspection: { ...inspection, limits: 'Rien 👍' },
      answers: [{ ...answers[0]!, comment: 'Vu 👍' }],
      findings: [
        finding(1, { title: 'Oui 👍' }),
        finding(2, { effect: '👍' }),
        finding(3, { title: '👍', binned: true }),
      ],
      evidence: [evidence(4, { caption: '👍' })],
    }
    const gaps = glyphGaps(typed, canDraw)
    expect(
      gaps.map(({ code, weight, place, label, sign }) => [code, weight, place.field, label, sign]),
    ).toEqual([
      ['glyph-in-text', 'advice', 'limits', '', THUMB],
      ['glyph-in-text', 'advice', 'comment', answers[0]!.pointCode, THUMB],
      ['glyph-in-title', 'missing', 'title', 'C-01', THUMB],
      ['glyph-in-text', 'advice', 'effect', 'C-02', THUMB],
      ['glyph-in-text', 'advice', 'caption', 'P-04', THUMB],
    ])
  })
})
