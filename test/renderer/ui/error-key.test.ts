import { expect, it } from 'vitest'
import { errorKey } from '#renderer/ui/error-key.ts'

it('finds the text of a code in the catalog of its area', () => {
  expect(errorKey('listing.column-missing')).toBe('listing:errors.column-missing')
})

it('leads a code without an area to the text for unknown errors', () => {
  expect([errorKey('broken'), errorKey(''), errorKey('.x')]).toEqual(Array(3).fill('common:errors.unknown'))
})
