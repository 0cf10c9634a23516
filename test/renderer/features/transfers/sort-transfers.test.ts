import { expect, it } from 'vitest'
import { sortTransfers } from '#renderer/features/transfers/queries/use-transfers.ts'

it('puts what needs attention first and what is synced last', () => {
  const sorted = sortTransfers([
    { state: 'applied', reference: 'A' },
    { state: 'to-send', reference: 'C' },
    { state: 'refused', reference: 'D' },
    { state: 'to-send', reference: 'B' },
  ])
  expect(sorted.map(({ reference }) => reference)).toEqual(['D', 'B', 'C', 'A'])
})
