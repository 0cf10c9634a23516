import { describe, expect, it } from 'vitest'
import {
  COMMUNES,
  findCommuneByName,
  isBrusselsNis,
  isBrusselsPostcode,
} from '#domain/convention/communes.ts'

describe('the communes of the Region', () => {
  it('are 19, each with its own NIS code from 21001 to 21019', () => {
    const codes = COMMUNES.map(({ nisCode }) => nisCode).sort()
    expect(codes).toEqual(Array.from({ length: 19 }, (_, at) => String(21001 + at)))
  })

  it('are told apart from places outside', () => {
    expect(isBrusselsNis('21012')).toBe(true)
    expect(isBrusselsNis('23088')).toBe(false)
    expect(isBrusselsPostcode('1105')).toBe(true)
    expect(isBrusselsPostcode('1800')).toBe(false)
  })

  it.each([
    ['BRUXELLES/BRUSSEL', '21004'],
    ['Bruxelles.', '21004'],
    ['St-Gilles', '21013'],
    ['berchem ste agathe', '21003'],
    ['SINT-JANS-MOLENBEEK', '21012'],
    ['Woluwé-Saint-Lambert', '21018'],
  ])('are found by %s', (text, nisCode) => {
    expect(findCommuneByName(text)?.nisCode).toBe(nisCode)
  })

  it('are not found by the name of another place', () => {
    expect(findCommuneByName('Vilvoorde')).toBeUndefined()
  })
})
