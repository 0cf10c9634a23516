import { expect, test } from 'vitest'
import { matchHeader } from '#domain/listing/match-header.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { veiled } from '#renderer/features/import/veil.ts'

function headerOf(listing: ListingName, name: string, mapping = {}) {
  const [header] = matchHeader(listing, [name], mapping).headers
  if (!header) throw new Error('no header')
  return header
}

test('a preview never shows a name or a national number, known or not, left out or not', () => {
  expect(veiled('ALPHA', headerOf('participants', 'lastName'), 'participants')).toBe('•••')
  expect(veiled('96.03.14-998.37', headerOf('participants', 'NISS'), 'participants')).toBe('•••')
  expect(veiled('Élodie D’Hoore', headerOf('participants', 'Qui'), 'participants')).toBe('Xxxxxx X’Xxxxx')
  expect(veiled('96.03.14-998.37', headerOf('participants', 'Clé'), 'participants')).toBe('99.99.99-999.99')
  expect(veiled('Nadia', headerOf('participants', 'Qui', { qui: null }), 'participants')).toBe('•••')
  expect(veiled('Nadia', headerOf('references', 'Qui'), null)).toBe('Xxxxx')
})

test('it shows what says nothing of a person as it stands', () => {
  expect(veiled('P-0001', headerOf('participants', 'participationId'), 'participants')).toBe('P-0001')
  expect(veiled('Atelier', headerOf('references', 'Nature'), 'references')).toBe('Atelier')
  expect(veiled('', headerOf('participants', 'lastName'), 'participants')).toBe('')
})
