import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { columnIdsOf } from '#domain/listing/columns.ts'
import { CHECKS, GATES, READING_RULES } from '#domain/listing/judge/rule-book.ts'
import { LISTING_NAMES } from '#domain/listing/listing.ts'
import { RULE_CASES } from '#test/fixtures/listings/rule-cases.ts'
import { brokenRules, importWorld } from '#test/fixtures/listings/small-world.ts'

const judgingRules = LISTING_NAMES.flatMap((listing) =>
  [...GATES[listing], ...CHECKS[listing]].map(({ code, columns }) => ({ listing, code, columns })),
)
const allCodes = new Set([...READING_RULES, ...judgingRules.map(({ code }) => code)])
const texts = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`resources/locales/${language}/rule.json`, 'utf8')) as Record<string, string>

describe('the rule book', () => {
  it('finds nothing in the clean world', async () => {
    for (const imported of (await importWorld()).values()) expect(brokenRules(imported)).toEqual([])
  })

  it.each(RULE_CASES)('$rule is broken where it must be, and only there ($listing)', async (one) => {
    const broken = brokenRules((await importWorld(one.broken)).get(one.listing))
    const lastLine = 1 + (one.broken[one.listing]?.length ?? 1)
    expect(broken).toContain(`${lastLine}:${one.rule}`)
    const kept = brokenRules((await importWorld(one.kept)).get(one.listing))
    expect(kept.filter((mark) => mark.endsWith(`:${one.rule}`))).toEqual([])
  })

  it('has a case for every rule', () => {
    const shapeRules = ['row-quote', 'row-column-count']
    const covered = new Set([...shapeRules, ...RULE_CASES.map(({ rule }) => rule)])
    expect([...allCodes].filter((code) => !covered.has(code))).toEqual([])
  })

  it('names only columns that its listing has', () => {
    for (const { listing, columns } of judgingRules)
      for (const column of columns) expect(columnIdsOf(listing)).toContain(column)
  })

  it.each(['fr', 'nl', 'en'])('has a text for every rule and no other in %s', (language) => {
    expect(Object.keys(texts(language)).sort()).toEqual([...allCodes].sort())
  })

  it.each(['fr', 'nl', 'en'])('gives every value its text in %s asks for', async (language) => {
    const catalog = texts(language)
    for (const { broken, listing } of RULE_CASES) {
      const imported = (await importWorld(broken)).get(listing)
      const marks = [
        ...(imported?.rows.map(({ marks }) => marks) ?? []),
        ...(imported?.rejected ?? []).map(({ reasons }) => reasons),
      ]
      for (const mark of marks.flat()) {
        const wanted = [...(catalog[mark.rule] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
        for (const name of wanted) expect(mark.details, mark.rule).toHaveProperty(name!)
      }
    }
  })
})
