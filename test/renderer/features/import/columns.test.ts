import { describe, expect, test } from 'vitest'
import { matchHeader } from '#domain/listing/match-header.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { FilePreview } from '#domain/listing/preview-file.ts'
import {
  choicesOf,
  isCorrection,
  isSettled,
  leaveOpenOut,
  mappingOf,
  proposeSettings,
} from '#renderer/features/import/columns.ts'

const previewOf = (listing: ListingName | null, headers: readonly string[]): FilePreview => ({
  ...{ fileName: 'x.csv', encoding: 'utf-8', separator: ';', sheets: [], sheet: null, headerLine: 1 },
  headers: matchHeader(listing ?? 'references', headers).headers,
  rows: [],
  listing,
  missing: [],
})

describe('the columns of a file', () => {
  test('are settled when every header is known and no required column is missing', () => {
    const choices = choicesOf(previewOf('references', ['Code', 'kind', 'validFrom']), 'references')
    expect(isSettled(choices)).toBe(true)
    expect(mappingOf(choices)).toEqual({})
  })

  test('are open while a header means nothing, until it is given a column or left out', () => {
    const preview = previewOf('references', ['Code', 'Genre', 'validFrom', 'Remarque'])
    const before = choicesOf(preview, 'references')
    expect(before.open.map(({ header }) => header)).toEqual(['Genre', 'Remarque'])
    expect(before.missing.map(({ id }) => id)).toEqual(['kind'])
    const given = choicesOf(preview, 'references', { genre: 'kind' })
    expect(isSettled(given)).toBe(false)
    const all = choicesOf(preview, 'references', leaveOpenOut(given))
    expect(isSettled(all)).toBe(true)
    expect(mappingOf(all)).toEqual({ genre: 'kind', remarque: null })
  })

  test('are not settled when two headers want the same column', () => {
    const preview = previewOf('references', ['Code', 'kind', 'validFrom', 'Genre'])
    const choices = choicesOf(preview, 'references', { genre: 'kind' })
    expect(choices.twice).toEqual(['Genre'])
    expect(isSettled(choices)).toBe(false)
  })

  test('an export of rejected rows is known by the columns it added, which are left out by themselves', () => {
    const preview = previewOf('references', [
      'Constat · ligne',
      'Constat · motif',
      'code',
      'kind',
      'validFrom',
    ])
    expect(isCorrection(preview)).toBe(true)
    expect(isCorrection(previewOf('references', ['code', 'Constats', 'validFrom']))).toBe(false)
    const choices = choicesOf(preview, 'references')
    expect(isSettled(choices)).toBe(true)
    expect(mappingOf(choices)).toEqual({ constatligne: null, constatmotif: null })
  })
})

describe('what was settled for an earlier file of the partner', () => {
  const remembered = {
    references: { genre: 'kind', remarque: null },
    attendance: { feuille: 'activityId', venu: 'present', genre: null },
  }

  test('settles the columns of the next one, those it has', () => {
    const preview = previewOf('references', ['Code', 'Genre', 'validFrom'])
    expect(proposeSettings(preview, remembered)).toEqual({
      listing: 'references',
      mapping: { genre: 'kind' },
    })
  })

  test('says which listing a file is that the headers alone do not tell', () => {
    const preview = previewOf(null, ['Feuille', 'Personne', 'Venu', 'Genre'])
    expect(proposeSettings(preview, remembered)?.listing).toBe('attendance')
  })

  test('says nothing of headers it never met, nor of another listing', () => {
    expect(proposeSettings(previewOf(null, ['couleur', 'taille']), remembered)).toBeNull()
    expect(proposeSettings(previewOf('participants', ['Feuille', 'Venu']), remembered)).toBeNull()
    expect(proposeSettings(previewOf('references', ['Genre']), {})).toBeNull()
  })
})
