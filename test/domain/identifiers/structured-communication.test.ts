import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatStructuredCommunication,
  parseCardNumber,
  parseStructuredCommunication,
} from '#domain/identifiers/structured-communication.ts'

describe('parseStructuredCommunication (docs/domain/identifiers.md)', () => {
  it.each(['+++010/8068/17183+++', '+++202/5000/12390+++'])('reads %s', (text) => {
    const digits = parseStructuredCommunication(text)
    expect(digits).toMatch(/^\d{12}$/)
    expect(formatStructuredCommunication(digits ?? '')).toBe(text)
  })

  it.each([
    '+++090/9337/55493+++',
    '***090/9337/55493***',
    '090/9337/55493',
    '090.9337.55493',
    '+++090.9337.55493+++',
    '+++ 090 9337 55493 +++',
    '090-9337-55493',
    '090933755493',
  ])('reads %s as it is typed', (text) => {
    expect(parseStructuredCommunication(text)).toBe('090933755493')
  })

  it.each([
    '090.9337.55494',
    '+++090.9337.5549+++',
    '090,9337,55493',
    '010/8068/17180',
    '+++010/8068/1718+++',
    '',
  ])('refuses %j', (text) => {
    expect(parseStructuredCommunication(text)).toBeNull()
  })

  it('has exactly one pair of check digits for any ten digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (number) => {
        const base = String(number).padStart(10, '0')
        const checks = Array.from({ length: 100 }, (_, check) => `${base}${String(check).padStart(2, '0')}`)
        expect(checks.filter((digits) => parseStructuredCommunication(digits) !== null)).toHaveLength(1)
      }),
      { numRuns: 30 },
    )
  })
})

describe('parseCardNumber', () => {
  it('follows the same rule', () => {
    expect(parseCardNumber('591-1917064-58')).toBe('591191706458')
    expect(parseCardNumber('591-2010999-97')).toBe('591201099997')
    expect(parseCardNumber('000-0011032-25')).toBeNull()
  })
})
