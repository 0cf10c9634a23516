import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Catalog } from '#domain/i18n/translate.ts'
import type { Column } from '#domain/listing/column.ts'
import { columnOf, columnsOf } from '#domain/listing/columns.ts'
import { READING_RULES } from '#domain/listing/judge/reading-rules.ts'
import { LISTING_NAMES } from '#domain/listing/listing.ts'
import { createCellReader } from '#domain/listing/parse-cell.ts'
import type { TableCell } from '#domain/table/table.ts'

const LANGUAGES = ['fr', 'nl', 'en']
const AS_OF = '2025-12-31'

const enumColumns = LISTING_NAMES.flatMap((listing) =>
  columnsOf(listing).filter(({ type }) => type === 'enum'),
)
const readIn = (column: Column, cell: TableCell, others: readonly TableCell[] = [cell]) =>
  createCellReader(column, others, AS_OF)(cell)

/** Every list of texts of a catalog: an object with nothing but texts in it. */
function* listsOf(catalog: Catalog): Generator<Readonly<Record<string, string>>> {
  const texts = Object.entries(catalog).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  if (texts.length > 0) yield Object.fromEntries(texts)
  for (const inner of Object.values(catalog)) if (typeof inner === 'object') yield* listsOf(inner)
}

/** Texts of the catalogs that stand for the values of a column: at least half of its values have one. */
function labelsOf(column: Column, language: string): [value: string, label: string][] {
  const values = Object.keys(column.values ?? {})
  return readdirSync(`resources/locales/${language}`).flatMap((file) => {
    const catalog = JSON.parse(readFileSync(`resources/locales/${language}/${file}`, 'utf8')) as Catalog
    return [...listsOf(catalog)].flatMap((texts) => {
      const named = values.filter((value) => value in texts)
      return named.length > 1 && named.length * 2 >= values.length
        ? named.map((value): [string, string] => [value, texts[value] ?? ''])
        : []
    })
  })
}

const inTwo = (value: string, word: string): string[] => [`${value} (${word})`, `${word} / ${word}.`]

describe('a column of few values', () => {
  it.each(LANGUAGES)('takes every word that the catalogs in %s print for its values', (language) => {
    const labels = enumColumns.flatMap((column) =>
      labelsOf(column, language).map(([value, label]) => ({ column, value, label })),
    )
    expect(labels.length).toBeGreaterThan(8)
    const refused = labels.filter(({ column, value, label }) => readIn(column, label) !== value)
    expect(refused.map(({ column, value, label }) => `${column.id} ${value}: ${label}`)).toEqual([])
  })

  it.each(enumColumns)('takes every way it names, and none for two values: $id', (column) => {
    for (const [value, words] of Object.entries(column.values ?? {}))
      for (const word of [value, value.replaceAll('_', ' '), ...words])
        for (const text of [word, word.toUpperCase(), ...(/[()/]/.test(word) ? [] : inTwo(value, word))])
          expect(readIn(column, text), text).toBe(value)
  })

  it.each([
    ['registrationStatusAtEntry', 'Chercheur d’emploi inoccupé', 'CEI'],
    ['registrationStatusAtEntry', "Chercheur d'emploi inoccupé", 'CEI'],
    ['registrationStatusAtEntry', 'Niet-werkende werkzoekende', 'CEI'],
    ['registrationStatusAtEntry', 'CEI – inoccupé', 'CEI'],
    ['registrationStatusAtEntry', 'Non-inscrit', 'NON_INSCRIT'],
  ])('%s takes %j', (id, text, value) => {
    expect(readIn(columnOf('participants', id)!, text)).toBe(value)
  })

  it('does not choose between two values', () => {
    const status = columnOf('participants', 'registrationStatusAtEntry')!
    expect(readIn(status, 'inoccupé / occupé')).toMatchObject({
      rule: 'cell-value',
      details: { allowed: 'CEI, OCCUPE, NON_INSCRIT, AUTRE', example: 'CEI' },
    })
  })
})

describe('a column of presence', () => {
  const present = columnOf('attendance', 'present')!
  it.each(['Présent', 'P', 'présente', 'Aanwezig', 'aanw.', 'Present', 'Présent / Aanwezig', 'oui'])(
    'takes %j',
    (text) => {
      expect(readIn(present, text)).toBe(true)
    },
  )
  it.each(['Absent', 'A', 'abs', 'Abs.', 'Afwezig', 'afw.', 'absente', 'neen'])('takes %j for no', (text) => {
    expect(readIn(present, text)).toBe(false)
  })
  it('does not take A among Dutch words, where it may be aanwezig', () => {
    expect(readIn(present, 'A', ['A', 'Afwezig'])).toMatchObject({ rule: 'cell-boolean' })
    expect(readIn(present, 'A', ['A', 'P'])).toBe(false)
  })
  it('has words that no other column of yes and no takes', () => {
    expect(readIn(columnOf('counsellors', 'rpeUser')!, 'P')).toMatchObject({ rule: 'cell-boolean' })
  })
})

describe('a column of hours', () => {
  const hours = columnOf('participants', 'hoursDelivered')!
  it.each([
    ['36:30', 36.5],
    ['36:30:36', 36.51],
    ['0:45', 0.75],
    ['18h30', 18.5],
    ['18 h 30', 18.5],
    ['18u30', 18.5],
    ['3 h 5 min', 3 + 5 / 60],
    ['3 h', 3],
    ['3h', 3],
    ['3u', 3],
    ['3 uren', 3],
    ['7,5 heures', 7.5],
    ['45 min', 0.75],
    ['1.234,5 h', 1234.5],
    [36.5, 36.5],
  ])('takes %j as %d', (cell, value) => {
    expect(readIn(hours, cell)).toBeCloseTo(value, 10)
  })
  it('takes a point before a unit where the column has points', () => {
    expect(readIn(hours, '7.5 h', ['7.5 h', '12.25 h'])).toBe(7.5)
  })
  it.each(['3h75', '3:60', '-3:30', 'trois', '3 jours', '3h5'])('does not take %j', (text) => {
    expect(readIn(hours, text)).toMatchObject({ rule: 'cell-hours' })
  })
  it('keeps its range', () => {
    expect(readIn(columnOf('activities', 'hours')!, '12:30')).toMatchObject({ rule: 'cell-range' })
  })
})

describe('what is said of a cell that is refused', () => {
  const EXAMPLE: Readonly<Record<string, RegExp>> = {
    fr: /par exemple/,
    nl: /bijvoorbeeld/,
    en: /for example/,
  }
  const rules = READING_RULES.map(({ code }) => code).filter(
    (code) => code.startsWith('cell-') && !/too-long|formula-error|niss-padded/.test(code),
  )
  it.each(LANGUAGES)('in %s tells what is allowed by an example', (language) => {
    const texts = JSON.parse(readFileSync(`resources/locales/${language}/rule.json`, 'utf8')) as Record<
      string,
      string
    >
    for (const rule of rules) expect(texts[rule], rule).toMatch(EXAMPLE[language] ?? /^$/)
  })
})
