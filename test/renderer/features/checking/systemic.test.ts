import { expect, test } from 'vitest'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'
import { blankCheck } from '#renderer/features/checking/commands/save-check.ts'
import { pictureScale } from '#renderer/features/checking/picture-scale.ts'
import { newSystemic, readIds, undelimited } from '#renderer/features/checking/systemic.ts'

const PLACE = {
  id: '00000000-0000-4000-8000-000000000001',
  inspectionId: '00000000-0000-4000-8000-000000000002',
}
const unit = (id: string): SampleUnit => ({
  ...{ id, amount: 100_00, stratum: '', part: 'SAMPLED', picked: false, unavailable: false },
})
const systemic = (id: string, accepted: number) =>
  [id, { ...blankCheck(PLACE, id), found: accepted, accepted, nature: 'SYSTEMIC' }] as const

test('a new delimited error takes in the wrong lines that wait for one, with what was lost on them', () => {
  const units = ['A', 'B', 'C', 'D'].map(unit)
  const checks = new Map([systemic('A', 40_00), systemic('B', 100_00), systemic('C', 0), systemic('D', 0)])
  const before = { code: 'S1', description: '', ids: ['D'], amount: 100_00 }
  const sample = { units, systemic: [before] }
  expect(undelimited(sample, checks)).toEqual(['A', 'C'])
  expect(newSystemic(sample, checks)).toEqual({
    ...{ code: 'S2', description: '', ids: ['A', 'C'], amount: 160_00 },
  })
})

test('ids are read one a line or between semicolons, each once, nothing from blanks', () => {
  expect(readIds(' P-1\n\nP-2; P-1 ;A-1 · P-3\n')).toEqual(['P-1', 'P-2', 'A-1 · P-3'])
})

const place = (text: string): number => Number.parseFloat(text)

test('the picture holds zero, estimate, precision and threshold, in their order', () => {
  const { at, low, high } = pictureScale({ totalError: 500, precision: 800, tolerable: 300 })
  expect([low, high]).toEqual([-300, 1300])
  const places = [low, 0, 300, 500, high].map((cents) => place(at(cents)))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places[0]).toBe(4)
  expect(places.at(-1)).toBe(96)
})

test('the picture of a sample without any error or amount has no place that is not a number', () => {
  const { at } = pictureScale({ totalError: 0, precision: null, tolerable: 0 })
  expect(place(at(0))).toBe(4)
})
