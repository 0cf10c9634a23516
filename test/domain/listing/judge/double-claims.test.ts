import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim, ClaimListing, PackageClaims } from '#domain/listing/judge/claim.ts'
import { CLAIM_RULES } from '#domain/listing/judge/claim-rules.ts'
import { claimsOf, findDoubleClaims } from '#domain/listing/judge/double-claims.ts'
import { ruleOf } from '#domain/listing/judge/rule-book.ts'
import { CLAIM_CASES } from '#test/fixtures/listings/claim-cases.ts'
import { importWorld, sampleConvention, type Changes } from '#test/fixtures/listings/small-world.ts'

const keyed = (text: string): string =>
  createHmac('sha256', 'key of this laptop').update(text).digest('base64')

async function claimsIn(changes: Changes, measure = sampleConvention().measureCode): Promise<Claim[]> {
  const world = await importWorld(changes)
  return claimsOf([...world.values()], { ...sampleConvention(), measureCode: measure }, keyed)
}
const packed = (claims: Claim[], agreementNo = 'B-2025-001'): PackageClaims => ({ agreementNo, claims })
const rulesOf = (marks: ReturnType<typeof findDoubleClaims>): string[] =>
  [...marks.values()].map(({ rule }) => rule)

describe('a double claim', () => {
  it.each(CLAIM_CASES)('$rule is found where two packages claim the same, and only there', async (one) => {
    const own = await claimsIn(one.own ?? {})
    const broken = findDoubleClaims(own, [packed(await claimsIn(one.broken, one.measure))])
    expect(rulesOf(broken)).toContain(one.rule)
    const kept = findDoubleClaims(own, [packed(await claimsIn(one.kept, one.measure))])
    expect(rulesOf(kept)).not.toContain(one.rule)
    for (const { rule, severity, columns, details } of broken.values()) {
      expect({ severity, columns }).toEqual({
        severity: ruleOf(rule)?.severity,
        columns: ruleOf(rule)?.columns,
      })
      expect(details).toMatchObject({ agreement: 'B-2025-001' })
    }
  })

  it('without overlap is no claim of another measure', async () => {
    const later = { participants: [{ participationId: 'P-77', entryDate: '01/06/2025', exitDate: '' }] }
    const marks = findDoubleClaims(await claimsIn({}), [packed(await claimsIn(later, 'NEET'))])
    expect(rulesOf(marks).filter((rule) => rule.startsWith('claim-person'))).toEqual([])
  })

  it('names the row by its listing, and nobody by a number', async () => {
    const claims = await claimsIn({})
    const marks = findDoubleClaims(claims, [packed(claims)])
    expect([...marks.keys()].sort()).toEqual(['activities/A-1', 'attendance/A-1 · P-1', 'participants/P-1'])
    expect(JSON.stringify([claims, ...marks])).not.toMatch(/960314|96\.03|5550001/)
  })

  it.each(['fr', 'nl', 'en'])('is told in %s with what it knows', (language) => {
    const texts = JSON.parse(readFileSync(`resources/locales/${language}/rule.json`, 'utf8')) as Record<
      string,
      string
    >
    for (const { code } of CLAIM_RULES)
      expect([...texts[code]!.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()).toEqual([
        'agreement',
        'other',
      ])
  })

  it('asks for the hash of a person once', async () => {
    const asked: string[] = []
    const world = await importWorld()
    claimsOf([...world.values()], sampleConvention(), (text) => {
      asked.push(text)
      return text
    })
    expect(asked).toHaveLength(new Set(asked).size)
  })
})

const claim = fc.record({
  listing: fc.constantFrom<ClaimListing>('participants', 'attendance', 'activities'),
  row: fc.constantFrom('1', '2', '3', '4'),
  person: fc.constantFrom('a', 'b'),
  start: fc.nat(12),
  length: fc.integer({ min: 1, max: 4 }),
  measure: fc.constantFrom('ARAE', 'NEET'),
})
const claims = fc
  .uniqueArray(claim, { maxLength: 12, selector: ({ listing, row }) => `${listing}/${row}` })
  .map((list) => list.map(({ length, ...one }) => ({ ...one, end: one.start + length })))

describe('findDoubleClaims', () => {
  it('does not depend on the order of packages nor of their claims', () => {
    fc.assert(
      fc.property(claims, claims, claims, (own, b, c) => {
        const one = findDoubleClaims(own, [packed(b, 'B'), packed(c, 'C')])
        const other = findDoubleClaims(own.toReversed(), [
          packed(c.toReversed(), 'C'),
          packed(b.toReversed(), 'B'),
        ])
        expect([...other].sort()).toEqual([...one].sort())
      }),
    )
  })

  it('is what each pair of claims says, and so the same from both sides', () => {
    fc.assert(
      fc.property(claims, claims, (own, others) => {
        const marks = findDoubleClaims(own, [packed(others)])
        for (const one of own) {
          const alike = others.filter(
            ({ listing, person }) => listing === one.listing && person === one.person,
          )
          const overlaps = alike.some(({ start, end }) => start < one.end && one.start < end)
          const same = one.listing === 'participants' && alike.some(({ measure }) => measure === one.measure)
          expect(marks.get(`${one.listing}/${one.row}`)?.severity).toBe(
            overlaps ? 'F' : same ? 'W' : undefined,
          )
        }
      }),
    )
  })
})
