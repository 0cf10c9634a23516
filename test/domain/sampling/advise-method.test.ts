import { expect, it } from 'vitest'
import { adviseMethods } from '#domain/sampling/advise-method.ts'

it.each([
  [1, 100, 'EXHAUSTIVE'],
  [20, 100, 'EXHAUSTIVE'],
  [21, 0, 'DISCOVERY'],
  [299, 100, 'DISCOVERY'],
  [300, 100, 'MUS_CONSERVATIVE'],
])('advises for %i lines of %i cents first %s', (count, amount, method) => {
  expect(adviseMethods({ count, amount })[0]).toBe(method)
})

it('never advises a method whose confidence fails when few lines are wrong', () => {
  const advised = [5, 100, 5000].flatMap((count) => adviseMethods({ count, amount: 100 }))
  for (const method of ['SIMPLE_RANDOM', 'STRATIFIED', 'DIFFERENCE', 'MUS_STANDARD'])
    expect(advised).not.toContain(method)
})
