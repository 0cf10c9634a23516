import { describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import { parseConventionFile } from '#domain/convention/parse-convention-file.ts'
import { parseConvention } from '#domain/convention/parse-convention.ts'
import { conventionToWorkbook } from '#domain/convention/workbook/to-workbook.ts'
import grid from '#resources/control-grid.json' with { type: 'json' }
import { chanceFrom } from '#scripts/sample/chance.ts'
import { makeConventions } from '#scripts/sample/conventions.ts'
import { makePartners } from '#scripts/sample/partners.ts'
import { TOTALS } from '#scripts/sample/write-network.ts'

const chance = chanceFrom(2026)
const conventions: Convention[] = makeConventions(chance, makePartners(chance), TOTALS).map(
  ({ convention }) => convention,
)
const slowly = { timeout: 240_000 }

describe('the conventions of the sample network', () => {
  it('are 220, come without a warning, and are what their JSON says', () => {
    expect(conventions).toHaveLength(220)
    for (const convention of conventions) {
      const parsed = parseConvention(JSON.stringify(convention))
      expect(parsed, convention.agreementNo).toEqual({ ok: true, value: { convention, warnings: [] } })
      expect(JSON.stringify(parsed.ok && parsed.value.convention)).toBe(JSON.stringify(convention))
    }
  })

  it('import again from their workbook to the same text, French and Dutch by turns', slowly, async () => {
    for (const [at, convention] of conventions.entries()) {
      const bytes = await conventionToWorkbook(convention, at % 2 === 0 ? 'fr' : 'nl')
      const parsed = await parseConventionFile(bytes, 'convention.xlsx')
      const again = parsed.ok ? JSON.stringify(parsed.value.convention) : parsed.error
      expect(again, convention.agreementNo).toBe(JSON.stringify(convention))
    }
  })

  it('give equal bytes for an equal convention', async () => {
    const [first, second] = await Promise.all(
      [0, 1].map(() => conventionToWorkbook(structuredClone(conventions[7]!), 'fr')),
    )
    expect(Buffer.from(first!).equals(second!)).toBe(true)
  })

  it('cite control points of the grid only, and ground every one of them', () => {
    const known = grid.points.map(({ code }) => code)
    for (const { sections } of conventions) {
      const cited = new Set(sections.flatMap(({ clauses }) => clauses.flatMap(({ points }) => points)))
      expect([...cited].filter((point) => !known.includes(point))).toEqual([])
      expect(known.filter((point) => !cited.has(point))).toEqual([])
    }
  })
})
