import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import { parseConvention } from '#domain/convention/parse-convention.ts'
import { sampleConvention, sampleConventionText } from '#test/fixtures/listings/small-world.ts'

/** What is said of the sample convention after a change. */
function refusalOf(change: (convention: Convention) => unknown) {
  const convention = sampleConvention()
  change(convention)
  const parsed = parseConvention(JSON.stringify(convention))
  return parsed.ok ? null : [parsed.error.code, parsed.error.details?.['path']]
}
function warningsOf(change: (convention: Convention) => unknown) {
  const convention = sampleConvention()
  change(convention)
  const parsed = parseConvention(JSON.stringify(convention))
  return parsed.ok ? parsed.value.warnings.map(({ code, details }) => [code, details?.['path']]) : null
}

const texts = (language: string): object =>
  (JSON.parse(readFileSync(`resources/locales/${language}/import.json`, 'utf8')) as { errors: object }).errors
const hasText = (code: string): boolean =>
  ['fr', 'nl', 'en'].every((language) => code.replace('import.', '') in texts(language))

describe('parseConvention', () => {
  it('reads the sample convention without a word, also behind a byte order mark', () => {
    expect(parseConvention(`\ufeff${sampleConventionText()}`)).toEqual({
      ok: true,
      value: { convention: sampleConvention(), warnings: [] },
    })
  })

  it('refuses what is not JSON', () => {
    expect(parseConvention('{')).toEqual({ ok: false, error: { code: 'import.convention-not-json' } })
  })

  it('names the place of a wrong shape, and of what is missing', () => {
    expect(refusalOf((convention) => Object.assign(convention.partner, { iban: 'FR1' }))).toEqual([
      'import.convention-shape',
      '/partner/iban',
    ])
    expect(refusalOf((convention) => Reflect.deleteProperty(convention.partner, 'name'))).toEqual([
      'import.convention-shape',
      '/partner/name',
    ])
  })

  it.each<[string, string, (convention: Convention) => unknown]>([
    ['enterprise-number', '/partner/enterpriseNo', (one) => (one.partner.enterpriseNo = '0431150351')],
    ['iban', '/partner/iban', (one) => (one.partner.iban = 'BE54310100270000')],
    ['date', '/startDate', (one) => (one.startDate = '2025-02-30')],
    [
      'date',
      '/financing/unitCosts/1/validFrom',
      (one) => (one.financing.unitCosts[1]!.validFrom = '2025-13-01'),
    ],
    ['period', '/endDate', (one) => (one.endDate = '2024-12-31')],
    ['control-period', '/controlPeriod', (one) => (one.controlPeriod.end = '2026-01-01')],
    ['ceiling', '/financing/annualCeiling', (one) => (one.financing.annualCeiling = -1)],
    ['no-amounts', '/financing/unitCosts', (one) => (one.financing.unitCosts = [])],
    ['no-amounts', '/financing/lumpSums', (one) => (one.financing.mode = 'SALARY_LUMP_SUM')],
    ['twice', '/sites/1', (one) => (one.sites[1]!.code = 'S1')],
    ['twice', '/sections/1', (one) => (one.sections[1]!.code = 'DUR')],
    ['sections-order', '/sections', (one) => one.sections.reverse()],
    ['bounds', '/parameters/groupMin', (one) => (one.parameters.groupMin = 13)],
    ['bounds', '/parameters/minAge', (one) => (one.parameters.maxAge = 17)],
  ])('refuses convention-%s at %s', (code, path, change) => {
    expect(refusalOf(change)).toEqual([`import.convention-${code}`, path])
    expect(hasText(`import.convention-${code}`)).toBe(true)
  })

  it.each<[string, string, (convention: Convention) => unknown]>([
    ['long', '/endDate', (one) => (one.endDate = '2031-01-01')],
    [
      'eu-incomplete',
      '/financing/euRate',
      (one) => Object.assign(one.financing, { euCofinanced: true, operationCode: 'X' }),
    ],
    [
      'eu-incomplete',
      '/financing/operationCode',
      (one) => Object.assign(one.financing, { euCofinanced: true, euRate: 0.4 }),
    ],
    ['instalments', '/financing/instalments', (one) => (one.financing.instalments[1]!.percentage = 10)],
    ['site-outside-region', '/sites/0/postcode', (one) => (one.sites[0]!.postcode = '1800')],
  ])('lets convention-%s at %s pass with a warning', (code, path, change) => {
    expect(warningsOf(change)).toEqual([[`import.convention-${code}`, path]])
    expect(hasText(`import.convention-${code}`)).toBe(true)
  })

  it('lets a convention of exactly six years pass without a word', () => {
    expect(warningsOf((one) => (one.endDate = '2030-12-31'))).toEqual([])
  })

  it('counts what else is wrong', () => {
    const convention = sampleConvention()
    convention.partner.iban = 'BE54310100270000'
    convention.parameters.groupMin = 13
    expect(parseConvention(JSON.stringify(convention))).toMatchObject({ error: { details: { count: 2 } } })
  })
})
