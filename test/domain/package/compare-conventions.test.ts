import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import { compareConventions } from '#domain/package/compare-conventions.ts'

const text = readFileSync('test/fixtures/listings/convention.json', 'utf8')
const convention = (change: (copy: Convention) => void = () => undefined): Convention => {
  const copy = JSON.parse(text) as Convention
  change(copy)
  return copy
}
const compare = (change: (copy: Convention) => void) => compareConventions(convention(), convention(change))

describe('compareConventions', () => {
  it('finds nothing in the same convention', () => {
    expect(compareConventions(convention(), convention())).toEqual([])
  })

  it('tells a field with both values', () => {
    const { endDate } = convention()
    expect(compare((copy) => (copy.endDate = '2031-01-31'))).toEqual([
      { path: 'endDate', entries: [], before: endDate, after: '2031-01-31' },
    ])
  })

  it('finds an entry of a list by what it is called, wherever it stands', () => {
    expect(compare((copy) => copy.sections.reverse())).toEqual([])
    const changed = compare((copy) => {
      copy.sections.reverse()
      copy.sections[0]!.clauses[0]!.text.fr = 'Autre texte'
    })
    const { code, clauses } = convention().sections.at(-1)!
    expect(changed).toMatchObject([
      { path: 'sections/*/clauses/*/text/fr', before: clauses[0]!.text.fr, after: 'Autre texte' },
    ])
    expect(changed[0]?.entries[0]).toContain(code)
  })

  it('tells the fields of an entry that came or went', () => {
    const [site] = convention().sites
    const came = compare((copy) => copy.sites.push({ ...site!, code: 'S-NEW' }))
    expect(came.length).toBeGreaterThan(0)
    for (const { path, before } of came)
      expect([path.startsWith('sites/*/'), before]).toEqual([true, undefined])
    const went = compare((copy) => copy.sites.splice(0, 1))
    for (const { after } of went) expect(after).toBeUndefined()
  })
})
