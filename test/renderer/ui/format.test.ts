import { expect, it } from 'vitest'
import { formatBytes, formatCount, formatDate } from '#renderer/ui/format.ts'
import { initials } from '#renderer/ui/initials.ts'
import { matchesWords } from '#renderer/ui/matches-words.ts'

it('writes a day the Belgian way in every language', () => {
  expect(['fr', 'nl', 'en'].map((language) => formatDate('2025-11-08', language as 'fr'))).toEqual(
    Array(3).fill('08/11/2025'),
  )
})

it('writes nothing for what is not a day', () => {
  expect(formatDate('not a day!', 'fr')).toBe('')
})

it('counts bytes in decimal units', () => {
  expect(formatBytes(2_600_000, 'nl')).toMatch(/^2,6\s?MB$/)
  expect(formatBytes(0, 'fr')).toMatch(/^0\s/)
  expect(formatBytes(41_000_000_000, 'fr')).toMatch(/^41\s?Go$/)
})

it('groups thousands', () => {
  expect(formatCount(50_000, 'nl')).toBe('50.000')
})

it('finds words in any order without accents', () => {
  expect(matchesWords('Énergie Emploi ASBL', 'emploi energie')).toBe(true)
  expect(matchesWords('Énergie Emploi ASBL', 'energie vzw')).toBe(false)
  expect(matchesWords('anything', '')).toBe(true)
})

it('takes the first letters of the first and last name', () => {
  expect(['Amélie De Baert', 'Karim', ''].map(initials)).toEqual(['AB', 'K', ''])
})
