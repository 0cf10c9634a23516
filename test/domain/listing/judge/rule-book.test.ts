import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ControlGrid } from '#domain/checklist/control-grid.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import { RULES, ruleOf } from '#domain/listing/judge/rule-book.ts'
import { CLAIM_CASES } from '#test/fixtures/listings/claim-cases.ts'
import { importOne, textFile } from '#test/fixtures/listings/one-file.ts'
import { RULE_CASES } from '#test/fixtures/listings/rule-cases.ts'
import { brokenRules, importWorld } from '#test/fixtures/listings/small-world.ts'

const allCodes = new Set(RULES.map(({ code }) => code))
const grid = JSON.parse(readFileSync('resources/control-grid.json', 'utf8')) as ControlGrid
const texts = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`resources/locales/${language}/rule.json`, 'utf8')) as Record<string, string>

/** Rules on the shape of a line: one that breaks them and one that does not. */
const SHAPES = [
  { rule: 'row-quote', broken: '"A;ACTION;01/01/2025', kept: '"A";ACTION;01/01/2025' },
  { rule: 'row-column-count', broken: 'A;ACTION', kept: 'A;ACTION;01/01/2025' },
  { rule: 'row-column-count', broken: 'A;ACTION;01/01/2025;x', kept: 'A;ACTION;01/01/2025;;' },
]

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

  it.each(SHAPES)('$rule is broken by $broken and not by $kept', async ({ rule, broken, kept }) => {
    const said = async (line: string) => brokenRules(await importOne(textFile('code;kind;validFrom', line)))
    expect(await said(broken)).toEqual([`2:${rule}`])
    expect(await said(kept)).toEqual([])
  })

  it('has a case for every rule', () => {
    const covered = new Set([...SHAPES, ...RULE_CASES, ...CLAIM_CASES].map(({ rule }) => rule))
    expect([...allCodes].filter((code) => !covered.has(code))).toEqual([])
  })

  it('marks a row as gravely as it says, in the columns it says', async () => {
    for (const { rule, listing, broken } of RULE_CASES) {
      const imported = (await importWorld(broken)).get(listing)
      const marks = [
        ...(imported?.rows.map(({ marks }) => marks) ?? []),
        ...(imported?.rejected ?? []).map(({ reasons }) => reasons),
      ]
      const { severity, whenOptional, columns } = ruleOf(rule, listing)!
      for (const mark of marks.flat().filter((one) => one.rule === rule)) {
        expect([severity, whenOptional]).toContain(mark.severity)
        if (columns.length > 0) expect(mark.columns).toEqual(columns)
      }
    }
  })

  it('serves a control point of the grid with every rule', () => {
    const points = grid.points.map(({ code }) => code)
    for (const { point } of RULES) expect(points).toContain(point)
  })

  it('finds a rule by its code, and by its listing where several share one', () => {
    expect(ruleOf('row-agreement', 'participants')?.listing).toBe('participants')
    expect(ruleOf('act-overlap')?.point).toBe('OBJ-3')
    expect(ruleOf('no-such-rule')).toBeUndefined()
    for (const rule of RULES) expect(ruleOf(rule.code, rule.listing ?? undefined)).toBe(rule)
  })

  it('names only columns that its listing has', () => {
    for (const { listing, columns } of RULES)
      for (const column of columns) expect(listing && columnIdsOf(listing)).toContain(column)
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
