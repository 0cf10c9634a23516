import { describe, expect, it } from 'vitest'
import { citeClauses, printClauses } from '#domain/convention/cite-clauses.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'

/** The sample convention whose group clauses ground one point each, from another section too. */
function cited() {
  const convention = sampleConvention()
  const target = convention.sections[2]!
  target.clauses = [
    { number: '3.1', text: { fr: 'Inscrit.', nl: 'Ingeschreven.' }, points: ['TGT-1', 'TGT-4'] },
    { number: '3.2', text: { fr: 'Domicilié.', nl: 'Woonachtig.' }, points: ['TGT-2'] },
  ]
  convention.sections[8]!.clauses[0]!.points.push('TGT-1')
  return convention
}
const numbers = (point: string): string[] => citeClauses(cited(), point).map(({ number }) => number)

describe('citeClauses', () => {
  it('gives the clauses that name the point, wherever they stand', () => {
    expect(numbers('TGT-1')).toEqual(['3.1', '9.1'])
    expect(numbers('TGT-2')).toEqual(['3.2'])
  })

  it('gives the whole section when no clause names the point', () => {
    expect(numbers('TGT-3')).toEqual(['3.1', '3.2'])
  })

  it('gives nothing for a point of no section', () => {
    expect(numbers('XYZ-1')).toEqual([])
  })

  it('prints numbers and texts as a criterion', () => {
    expect(printClauses(citeClauses(cited(), 'TGT-2'), 'nl')).toBe('3.2 – Woonachtig.')
  })
})
