import i18next from 'i18next'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LinkedRow } from '#domain/finding/finding.ts'
import { ruleOf } from '#domain/listing/judge/rule-book.ts'
import type { RuleMark } from '#domain/listing/listing.ts'
import { seedOfRows } from '#renderer/app/seed-of-rows.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'

const catalog = (language: string, area: string): unknown =>
  JSON.parse(readFileSync(path.resolve('resources/locales', language, `${area}.json`), 'utf8'))

beforeAll(async () => {
  const areas = (language: string) => ({
    rule: catalog(language, 'rule'),
    finding: catalog(language, 'finding'),
  })
  await i18next.init({
    lng: 'fr',
    resources: { fr: areas('fr'), nl: areas('nl') } as never,
    interpolation: { escapeValue: false },
  })
})

const overlap: RuleMark = {
  rule: 'act-overlap',
  severity: 'F',
  columns: ['counsellorId'],
  details: { counsellor: 'R-01', other: 'A-0102' },
}
const row = (label: string, line: number): LinkedRow => ({ listing: 'activities', line, label })
const [first, second] = [row('A-0101', 2), row('A-0103', 4)]
const point = ruleOf(overlap.rule, 'activities')?.point ?? ''
const section = point.slice(0, 3)
/** Clause 4.2 grounds the point of the rule by name. */
const convention = () => {
  const { sections } = sampleConvention()
  const text = {
    fr: 'L’agent mène une activité à la fois.',
    nl: 'De medewerker leidt één activiteit tegelijk.',
  }
  const own = { number: '4.2', text, points: [point] }
  return {
    sections: sections.map((one) =>
      one.code === section ? { ...one, clauses: [...one.clauses, own] } : one,
    ),
  }
}

describe('a finding made of listing rows', () => {
  it('starts from the rule’s sentence, its control point and the clause that grounds it', () => {
    const seed = seedOfRows([first], overlap, 'fr', convention())
    expect(seed.condition).toContain('R-01')
    expect(seed.condition).toContain('A-0102')
    expect(seed).toMatchObject({
      rows: [first],
      pointCode: point,
      criterion: '4.2 – L’agent mène une activité à la fois.',
    })
  })

  it('speaks the language of the report', () => {
    const seed = seedOfRows([first], overlap, 'nl', convention())
    expect(seed.criterion).toBe('4.2 – De medewerker leidt één activiteit tegelijk.')
    expect(seed.condition).not.toBe(seedOfRows([first], overlap, 'fr', convention()).condition)
  })

  it('leaves the values of one row open when it is made of several', () => {
    const seed = seedOfRows([first, second], overlap, 'fr', convention())
    expect(seed.condition).not.toMatch(/R-01|A-0102/)
    expect(seed.condition).toContain('Constaté à 2 lignes')
    expect(seed.pointCode).toBe(point)
  })

  it('cites the section when no clause names the point, and nothing without a convention', () => {
    const clauses = sampleConvention().sections.find(({ code }) => code === section)?.clauses ?? []
    expect(clauses.length).toBeGreaterThan(0)
    const cited = seedOfRows([first], overlap, 'fr', sampleConvention()).criterion
    expect(cited).toBe(clauses.map(({ number, text }) => `${number} – ${text.fr}`).join('\n'))
    expect(seedOfRows([first], overlap, 'fr', undefined).criterion).toBe('')
  })

  it('is left to the inspector when the rows break no rule together', () => {
    expect(seedOfRows([first, second], undefined, 'fr', convention())).toEqual({
      ...{ rows: [first, second], condition: '', criterion: '', pointCode: null },
    })
  })
})
