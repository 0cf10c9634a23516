import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineCheck } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'
import { blankCheck } from '#renderer/features/checking/commands/save-check.ts'
import {
  acceptedAsDeclared,
  foundAmount,
  isWrong,
  lackOf,
  refusedWhole,
  stateOf,
} from '#renderer/features/checking/line-result.ts'
import {
  findLine,
  linesShown,
  linesToCheck,
  nextUnchecked,
  tallyOf,
} from '#renderer/features/checking/lines.ts'

const PLACE = {
  id: '00000000-0000-4000-8000-000000000001',
  inspectionId: '00000000-0000-4000-8000-000000000002',
}
const unit = (id: string, change: Partial<SampleUnit> = {}): SampleUnit => ({
  ...{ id, amount: 100_00, stratum: '', part: 'SAMPLED', picked: false, unavailable: false },
  ...change,
})
const check = (id: string, change: Partial<LineCheck>): LineCheck => ({ ...blankCheck(PLACE, id), ...change })
const checksOf = (...checks: LineCheck[]) => new Map(checks.map((one) => [one.lineId, one]))

test('each result key leads to its state, for a line with an amount and for one without', () => {
  for (const line of [unit('P-1'), unit('P-2', { amount: 0 })]) {
    expect(stateOf(line, undefined)).toBe('UNCHECKED')
    expect(stateOf(line, check(line.id, acceptedAsDeclared(line)))).toBe('ACCEPTED')
    const refused = check(line.id, refusedWhole(line))
    expect(stateOf(line, refused)).toBe('REFUSED')
    expect(isWrong(line, refused)).toBe(true)
  }
})

test('never more than the declared amount is accepted of what is found, and what is found is kept', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(2_000_000), (amount, found) => {
      const line = unit('P-1', { amount })
      const outcome = foundAmount(line, found)
      expect(outcome.found).toBe(found)
      expect(outcome.accepted).toBe(Math.min(found, amount))
      expect(isWrong(line, check('P-1', outcome))).toBe(found < amount)
    }),
  )
})

test('a line that could not be shown is in error until a result is found for it', () => {
  const line = unit('P-1', { unavailable: true })
  expect(stateOf(line, undefined)).toBe('UNAVAILABLE')
  expect(isWrong(line, undefined)).toBe(true)
  const shownAfterAll = check('P-1', acceptedAsDeclared(line))
  expect(stateOf(line, shownAfterAll)).toBe('ACCEPTED')
  expect(isWrong(line, shownAfterAll)).toBe(false)
})

test('an error lacks its cause first, then the justification of an isolated one; a right line lacks nothing', () => {
  const line = unit('P-1')
  const wrong = { ...refusedWhole(line), nature: 'ANOMALOUS' } as const
  expect(lackOf(line, check('P-1', wrong))).toBe('cause')
  expect(lackOf(line, check('P-1', { ...wrong, cause: 'Preuve absente' }))).toBe('justification')
  const told = { ...wrong, cause: 'Preuve absente', justification: 'Incendie' }
  expect(lackOf(line, check('P-1', told))).toBeNull()
  expect(lackOf(line, check('P-1', acceptedAsDeclared(line)))).toBeNull()
})

test('replaced lines are kept but neither checked nor counted', () => {
  const units = [unit('P-1', { part: 'REPLACED' }), unit('P-2'), unit('P-3')]
  expect(linesToCheck({ units }).map(({ id }) => id)).toEqual(['P-2', 'P-3'])
  const checks = checksOf(check('P-2', { found: 60_00, accepted: 60_00 }))
  expect(tallyOf(units, checks)).toEqual({
    ...{ lines: 2, checked: 1, wrong: 1, declared: 200_00, seen: 100_00, found: 60_00, accepted: 60_00 },
  })
  expect(linesShown(units, checks, 'unchecked').map(({ id }) => id)).toEqual(['P-3'])
  expect(linesShown(units, checks, 'wrong').map(({ id }) => id)).toEqual(['P-2'])
})

test('the jump box takes the number of a line, its id, or the beginning of it', () => {
  const units = ['A-7', 'A-12', '3'].map((id) => unit(id))
  expect(findLine(units, '2')?.id).toBe('A-12')
  expect(findLine(units, 'a-7')?.id).toBe('A-7')
  expect(findLine(units, 'A-1')?.id).toBe('A-12')
  expect(findLine(units, '3')?.id).toBe('3')
  expect(findLine(units, '99')).toBeUndefined()
  expect(findLine(units, '  ')).toBeUndefined()
})

test('the next line without a result is looked for onwards, then from the beginning', () => {
  const units = ['A', 'B', 'C'].map((id) => unit(id))
  const done = (...ids: string[]) => checksOf(...ids.map((id) => check(id, acceptedAsDeclared(unit(id)))))
  expect(nextUnchecked(units, done('B'), 0)?.id).toBe('C')
  expect(nextUnchecked(units, done('B', 'C'), 1)?.id).toBe('A')
  expect(nextUnchecked(units, done('A', 'B', 'C'), 0)).toBeUndefined()
})
