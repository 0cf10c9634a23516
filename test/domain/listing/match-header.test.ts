import { describe, expect, it } from 'vitest'
import {
  columnIdsOf,
  columnOf,
  columnsOf,
  columnTitle,
  rowLabel,
  visibleColumnsOf,
} from '#domain/listing/columns.ts'
import { LISTING_NAMES } from '#domain/listing/listing.ts'
import { headerKey, headersOf, matchHeader, recogniseListing } from '#domain/listing/match-header.ts'

describe('the columns', () => {
  it.each(LISTING_NAMES)('of %s never share a header', (listing) => {
    const owners = new Map<string, string>()
    for (const column of columnsOf(listing))
      for (const key of headersOf(column).map(headerKey)) {
        expect(owners.get(key) ?? column.id, key).toBe(column.id)
        owners.set(key, column.id)
      }
  })

  it('that say who a person is are not among those to show', () => {
    const shown = LISTING_NAMES.flatMap(visibleColumnsOf).map(({ id }) => id)
    for (const id of ['lastName', 'firstName', 'niss', 'nissHash']) expect(shown).not.toContain(id)
  })

  it('are titled in the language of the reader', () => {
    const column = columnOf('activities', 'startTime')!
    expect(['fr', 'nl', 'en'].map((language) => columnTitle(column, language))).toEqual([
      'Heure de début',
      'Beginuur',
      'Start time',
    ])
  })

  it('give a row its name', () => {
    expect(rowLabel('attendance', ['A-0101', 'P-0002'])).toBe('A-0101 · P-0002')
  })
})

describe('a header', () => {
  it.each(['N° activité', 'no ACTIVITE', 'Numéro activité', 'activityId', 'Activiteitnr.'])(
    'is found as %s',
    (header) => {
      const { places } = matchHeader('activities', ['x', header])
      expect(places[0]).toBe(1)
    },
  )

  it.each([
    ['N° activité / Activiteitnr.', 'activityId'],
    ['N° activité\nActiviteitnr.', 'activityId'],
    ['Heure de début - Beginuur', 'startTime'],
    ['Date (jj/mm/aaaa)', 'date'],
    ['Datum\ndd/mm/jjjj', 'date'],
    ['Heures [h:mm]', 'hours'],
    ['1. Date', 'date'],
    ['12) Heures / Uren (h)', 'hours'],
    ['Pause (minutes)', 'breakMinutes'],
    ['Pause / Pauze (min)', 'breakMinutes'],
  ])('is found in %j', (header, column) => {
    expect(matchHeader('activities', ['x', header]).headers[1]).toMatchObject({ column, how: 'known' })
  })

  it('that names two columns is left to the person', () => {
    const headers = ['Heure de début / fin', 'Date / Heures']
    expect(matchHeader('activities', headers).unknown).toEqual(headers)
  })

  it('that is named whole goes before one that only holds the name, and two of these are not chosen between', () => {
    expect(matchHeader('activities', ['Date (encodage)', 'Date']).unknown).toEqual(['Date (encodage)'])
    const two = ['Date (encodage)', 'Date (prestation)']
    expect(matchHeader('activities', two)).toMatchObject({ unknown: two, twice: [] })
  })

  it.each(LISTING_NAMES)(
    'of %s in both languages, with numbers and hints, is found column by column',
    (listing) => {
      const columns = columnsOf(listing)
      const headers = columns.map(({ fr, nl }, at) => `${at + 1}. ${fr} / ${nl} (…)`)
      expect(matchHeader(listing, headers).headers.map(({ column }) => column)).toEqual(
        columns.map(({ id }) => id),
      )
    },
  )

  it.each(['fr', 'nl', 'en'])('in %s makes its listing known', (language) => {
    for (const listing of LISTING_NAMES) {
      const headers = columnsOf(listing).map((column) =>
        language === 'en' ? column.id : columnTitle(column, language),
      )
      expect(recogniseListing(headers)).toMatchObject({ listing, missing: [], unknown: [], twice: [] })
    }
  })

  it('does not depend on the order of its columns', () => {
    const headers = columnIdsOf('counsellors').reverse()
    expect(recogniseListing(headers)?.places).toEqual([...headers.keys()].reverse())
  })

  it('of another table belongs to no listing', () => {
    expect(recogniseListing(['ID_ENG', 'DATE_ENG', 'AMOUNT_ENG'])).toBeNull()
  })
})
