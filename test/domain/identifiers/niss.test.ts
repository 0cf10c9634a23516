import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNiss, parseNiss } from '#domain/identifiers/niss.ts'

const TODAY = '2026-06-30'

describe('parseNiss (docs/domain/identifiers.md)', () => {
  it.each([
    ['85.07.30-033.28', 'NN', '1985-07-30', 'M'],
    ['00.02.02-001.79', 'NN', '2000-02-02', 'M'],
    ['80.04.03-002.64', 'NN', '1980-04-03', 'F'],
    ['75.06.08-980.09', 'NN', '1975-06-08', 'F'],
    ['98.47.28-997.65', 'BIS', '1998-07-28', 'M'],
    ['01490700185', 'BIS', '2001-09-07', 'M'],
    ['71.06.25-998.76', 'NN', '1971-06-25', 'F'],
    ['85.09.09-997.96', 'NN', '1985-09-09', 'M'],
    ['92.52.12-998.65', 'BIS', '1992-12-12', 'F'],
    ['03.11.02-997.82', 'NN', '2003-11-02', 'M'],
  ])('reads %s', (text, kind, birthDate, sex) => {
    expect(parseNiss(text, TODAY)).toMatchObject({ kind, birthDate, sex })
  })

  it('accepts an unknown day of birth, without a date', () => {
    expect(parseNiss('85073500107', TODAY)).toMatchObject({ kind: 'NN', birthDate: null })
  })

  it('says no sex for a BIS number given before it was known', () => {
    expect(parseNiss('88.24.04-998.25', TODAY)).toMatchObject({
      kind: 'BIS',
      birthDate: '1988-04-04',
      sex: null,
    })
  })

  it.each(['12345678901', '95010224714'])('refuses %s for its check digits', (text) => {
    expect(parseNiss(text, TODAY)).toBe('checksum')
  })

  it.each(['95010224', '', '8507303302O'])('refuses %j for its length', (text) => {
    expect(parseNiss(text, TODAY)).toBe('length')
  })

  it('refuses a month that does not exist though the check digits fit', () => {
    expect(parseNiss('96.13.14-998.10', TODAY)).toBe('month')
  })

  it('does not let anyone be born after the extraction', () => {
    expect(parseNiss('03.11.02-997.82', '2002-12-31')).toBe('checksum')
  })

  it('refuses every number of which one digit was changed', () => {
    const change = fc.tuple(fc.nat({ max: 10 }), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(change, ([at, step]) => {
        const digits = '85073003328'
        const other = (Number(digits[at]) + step) % 10
        const changed = `${digits.slice(0, at)}${other}${digits.slice(at + 1)}`
        expect(parseNiss(changed, '1999-12-31')).toBeTypeOf('string')
      }),
    )
  })

  it('prints a number as it stands on a card', () => {
    expect(formatNiss('85073003328')).toBe('85.07.30-033.28')
  })
})
