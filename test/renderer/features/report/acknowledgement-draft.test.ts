import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { Acknowledgement } from '#domain/report/report-version.ts'
import { emptyDraft, missingOf, toAcknowledgement } from '#renderer/features/report/acknowledgement-draft.ts'

const stroke = [
  { x: 1, y: 1 },
  { x: 9, y: 5 },
]

test('a signature needs a name, a function and a hand; a typed name does not stand for it', () => {
  expect(missingOf(emptyDraft)).toEqual(['kind'])
  expect(missingOf({ ...emptyDraft, kind: 'SIGNED' })).toEqual(['name', 'function', 'strokes'])
  expect(missingOf({ ...emptyDraft, kind: 'SIGNED', name: 'C. D.', function: 'Directrice' })).toEqual([
    'strokes',
  ])
})

test('a refusal needs its reason only, and keeps no drawing', () => {
  const refused = { ...emptyDraft, kind: 'REFUSED' as const, strokes: [stroke] }
  expect(missingOf({ ...refused, reason: '  ' })).toEqual(['reason'])
  expect(toAcknowledgement({ ...refused, reason: ' Absent ' })).toEqual({
    kind: 'REFUSED',
    name: '',
    function: '',
    reason: 'Absent',
  })
})

test('a whole draft fits the shape that is sealed into the report; half a one is a bug', () => {
  const draft = {
    ...emptyDraft,
    kind: 'SIGNED' as const,
    name: 'C. D.',
    function: 'Directrice',
    strokes: [stroke],
  }
  expect(Value.Check(Acknowledgement, toAcknowledgement(draft))).toBe(true)
  expect(() => toAcknowledgement({ ...draft, strokes: [] })).toThrow()
})
