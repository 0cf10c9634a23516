import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSameValue, mergeChange, type IncomingChange, type StoredRecord } from '#domain/sync/merge.ts'

const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 3 }))
const change = (device: string, seq: number, patch: Record<string, unknown>): IncomingChange => ({
  op: 'upsert',
  device,
  seq,
  baseVer: 1,
  patch,
})
const start = (data: Record<string, unknown>): StoredRecord =>
  mergeChange(undefined, { ...change('x', 1, data), baseVer: 0 }).record

it('loses no value: each one is in the record or in the conflict', () => {
  fc.assert(
    fc.property(fields, fields, fields, (data, first, second) => {
      const { record } = mergeChange(start(data), change('x', 2, first))
      const merged = mergeChange(record, change('y', 3, second))
      for (const [name, value] of Object.entries(second)) {
        const kept = merged.record.data[name] === value
        expect(kept || merged.lost[name]?.client === value).toBe(true)
      }
      for (const [name, { server }] of Object.entries(merged.lost))
        expect(merged.record.data[name]).toBe(server)
    }),
  )
})

it('gives the same record whichever of two changes of different fields comes first', () => {
  fc.assert(
    fc.property(fields, fields, fields, (data, first, second) => {
      const other = Object.fromEntries(Object.entries(second).filter(([name]) => !(name in first)))
      const one = mergeChange(mergeChange(start(data), change('x', 2, first)).record, change('y', 3, other))
      const two = mergeChange(mergeChange(start(data), change('y', 2, other)).record, change('x', 3, first))
      expect([one.outcome, two.outcome]).toEqual(['applied', 'applied'])
      expect(one.record.data).toEqual(two.record.data)
    }),
  )
})

it('raises the version only when something was applied', () => {
  const { record } = mergeChange(start({ a: 1, b: 1 }), change('x', 2, { a: 2 }))
  expect(mergeChange(record, change('y', 3, { a: 3 })).record).toBe(record)
  expect(mergeChange(record, change('y', 3, { a: 3, b: 2 })).record.seq).toBe(3)
})

it('compares JSON values by what they hold', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => isSameValue(value, JSON.parse(JSON.stringify(value)))))
  expect(isSameValue({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true)
  const different: [unknown, unknown][] = [
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: 1 }],
    [[], {}],
    [null, {}],
    ['1', 1],
  ]
  for (const [left, right] of different) expect(isSameValue(left, right)).toBe(false)
})
