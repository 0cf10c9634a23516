import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { Finding } from '#domain/finding/finding.ts'
import { duplicateFinding, newFinding } from '#domain/finding/new-finding.ts'
import { evidenceLabel, findingLabel, nextNumber } from '#domain/finding/numbering.ts'

const identity = {
  id: '018f0000-0000-7000-8000-000000000001',
  inspectionId: '018f0000-0000-7000-8000-000000000002',
  number: 4,
}
const row = { listing: 'activities', line: 12, label: 'A-0012' } as const

describe('new finding', () => {
  test('fits the shape that travels', () => {
    expect(Value.Check(Finding, newFinding(identity))).toBe(true)
  })

  test('takes what is already known, never another identity', () => {
    const seed = { id: 'x', number: 99, binned: true, pointCode: 'TGT-2', rows: [row] }
    expect(newFinding(identity, seed)).toMatchObject({
      ...identity,
      pointCode: 'TGT-2',
      rows: [row],
      binned: false,
    })
  })
})

test('a duplicate keeps texts and classification, and drops what would be counted twice', () => {
  const source = newFinding(identity, {
    title: 'Feuilles non signées',
    criterion: 'Clause 4.2',
    severity: 'HIGH',
    nature: 'SYSTEMIC',
    amount: 12_345,
    rows: [row],
  })
  const copy = duplicateFinding(source, {
    ...identity,
    id: '018f0000-0000-7000-8000-000000000003',
    number: 5,
  })
  expect(copy).toMatchObject({ number: 5, title: source.title, severity: 'HIGH', nature: 'SYSTEMIC' })
  expect(copy.amount).toBeNull()
  expect(copy.rows).toEqual([])
})

describe('numbers', () => {
  test('the next number is above every number ever given', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ number: fc.integer({ min: 1, max: 999 }) })), (existing) => {
        const next = nextNumber(existing)
        expect(existing.every(({ number }) => number < next)).toBe(true)
      }),
    )
    expect(nextNumber([])).toBe(1)
  })

  test('findings and evidence show two digits', () => {
    expect([findingLabel(3), evidenceLabel(107)]).toEqual(['C-03', 'P-107'])
  })
})
