import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { agreedFteOn, ceilingOn, parametersOn } from '#domain/convention/parameters.ts'
import { parseConvention } from '#domain/convention/parse-convention.ts'
import { upgradeConvention } from '#domain/convention/upgrade-convention.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'

const earlier = (): unknown =>
  JSON.parse(readFileSync('test/fixtures/conventions/before-dates.json', 'utf8')) as unknown

describe('upgradeConvention', () => {
  it('makes a convention of the first version a whole one, with every figure it had', () => {
    const convention = upgradeConvention(earlier())
    expect(parseConvention(JSON.stringify(convention))).toEqual({
      ok: true,
      value: { convention, warnings: [] },
    })
    expect(ceilingOn(convention, '2025-06-01')).toBe(11_500_000)
    expect(agreedFteOn(convention, '2025-06-01')).toBe(2)
    expect(parametersOn(convention, '2025-06-01')).toMatchObject({ groupMin: 4, exitProofWindowDays: 30 })
  })

  it('leaves a convention of today as it is', () => {
    const today = sampleConvention()
    expect(upgradeConvention(today)).toBe(today)
  })
})
