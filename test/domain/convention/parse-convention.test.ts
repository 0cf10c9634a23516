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
  const [first, more] = parsed.ok ? [] : (parsed.error.others ?? [])
  expect(more).toBeUndefined()
  return first ? [first.code, first.details?.['path']] : null
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

  it('takes texts as a workbook holds them: no outer blanks, one kind of line end, no control characters', () => {
    const convention = sampleConvention()
    convention.project = ' Ateliers\r\n2025\r\u0000\ud800 \u00a0'
    const parsed = parseConvention(JSON.stringify(convention))
    expect(parsed).toMatchObject({ value: { convention: { project: 'Ateliers\n2025\n\ufffd' } } })
  })

  it('refuses what is not JSON', () => {
    expect(parseConvention('{')).toEqual({ ok: false, error: { code: 'import.convention-not-json' } })
  })

  it('names the place of a wrong shape, and of what is missing', () => {
    expect(refusalOf((convention) => Object.assign(convention.partner, { iban: 'FR1' }))).toEqual([
      'import.convention-iban-country',
      '/partner/iban',
    ])
    expect(refusalOf((convention) => Reflect.deleteProperty(convention.partner, 'name'))).toEqual([
      'import.convention-missing',
      '/partner/name',
    ])
  })

  it.each<[string, string, (convention: Convention) => unknown]>([
    ['enterprise-check', '/partner/enterpriseNo', (one) => (one.partner.enterpriseNo = '0431150351')],
    ['iban-check', '/partner/iban', (one) => (one.partner.iban = 'BE54310100270000')],
    ['date', '/startDate', (one) => (one.startDate = '2025-02-30')],
    [
      'date',
      '/financing/unitCosts/1/validFrom',
      (one) => (one.financing.unitCosts[1]!.validFrom = '2025-13-01'),
    ],
    ['period', '/endDate', (one) => (one.endDate = '2024-12-31')],
    ['control-period', '/controlPeriod', (one) => (one.controlPeriod.end = '2026-01-01')],
    ['ceiling', '/financing/terms/0/annualCeiling', (one) => (one.financing.terms[0]!.annualCeiling = -1)],
    ['no-amounts', '/financing/unitCosts', (one) => (one.financing.unitCosts = [])],
    ['no-amounts', '/financing/lumpSums', (one) => (one.financing.mode = 'SALARY_LUMP_SUM')],
    ['twice', '/sites/1', (one) => (one.sites[1]!.code = 'S1')],
    ['twice', '/sections/1', (one) => (one.sections[1]!.code = 'DUR')],
    ['sections-order', '/sections', (one) => one.sections.reverse()],
    ['bounds', '/parameters/0/groupMin', (one) => (one.parameters[0]!.groupMin = 13)],
    ['bounds', '/parameters/0/minAge', (one) => (one.parameters[0]!.maxAge = 17)],
    ['date', '/staff/0/trainedOn', (one) => (one.staff[0]!.trainedOn = '2025-04-31')],
    ['order', '/call/publishedOn', (one) => (one.call!.publishedOn = '2024-07-01')],
    ['order', '/staff/0/accessEnd', (one) => (one.staff[0]!.accessEnd = '2025-01-05')],
    ['twice', '/sections/1/clauses/0/number', (one) => (one.sections[1]!.clauses[0]!.number = '1.1')],
    ['overlap', '/financing/terms/1', (one) => one.financing.terms.push(...one.financing.terms)],
    ['overlap', '/parameters/1', (one) => one.parameters.push(...one.parameters)],
    [
      'overlap',
      '/financing/unitCosts/2',
      (one) => one.financing.unitCosts.push({ ...one.financing.unitCosts[0]!, amount: 1 }),
    ],
    ['not-covered', '/parameters/0/validFrom', (one) => (one.parameters[0]!.validFrom = '2025-01-02')],
    [
      'not-covered',
      '/financing/terms/0/validFrom',
      (one) => (one.financing.terms[0]!.validFrom = '2025-01-02'),
    ],
    [
      'flat-rate',
      '/financing/flatRates/0/rate',
      (one) => one.financing.flatRates.push({ kind: 'ART_54_A', validFrom: '2025-01-01', rate: 0.0701 }),
    ],
    [
      'point-unknown',
      '/sections/0/clauses/0/points/1',
      (one) => one.sections[0]!.clauses[0]!.points.push('DUR-1', 'XYZ-1'),
    ],
    ['clause-unknown', '/amendments/0/clauses/0', (one) => (one.amendments[0]!.clauses = ['8.2'])],
    ['clause-unknown', '/deadlines/0/clause', (one) => (one.deadlines[0]!.clause = '99')],
    ['deadline', '/deadlines/0/days', (one) => (one.deadlines[0]!.days = 5)],
    ['deadline', '/deadlines/0/days', (one) => (one.deadlines[0]!.dueDate = null)],
  ])('refuses convention-%s at %s', (code, path, change) => {
    expect(refusalOf(change)).toEqual([`import.convention-${code}`, path])
    expect(hasText(`import.convention-${code}`)).toBe(true)
  })

  it.each<[string, string, (convention: Convention) => unknown]>([
    ['long', '/endDate', (one) => (one.endDate = '2031-01-01')],
    [
      'eu-incomplete',
      '/financing/terms/0/euRate',
      (one) => Object.assign(one.financing, { euCofinanced: true, operationCode: 'X' }),
    ],
    [
      'eu-incomplete',
      '/financing/operationCode',
      (one) => {
        one.financing.euCofinanced = true
        one.financing.terms[0]!.euRate = 0.4
      },
    ],
    [
      'never-valid',
      '/financing/terms/1/validFrom',
      (one) => one.financing.terms.push({ ...one.financing.terms[0]!, validFrom: '2026-01-01' }),
    ],
    ['staff-access', '/staff/0/networkLogin', (one) => (one.staff[0]!.networkLogin = null)],
    ['instalments', '/financing/instalments', (one) => (one.financing.instalments[1]!.percentage = 10)],
    ['site-outside-region', '/sites/0/postcode', (one) => (one.sites[0]!.postcode = '1800')],
  ])('lets convention-%s at %s pass with a warning', (code, path, change) => {
    expect(warningsOf(change)).toEqual([[`import.convention-${code}`, path]])
    expect(hasText(`import.convention-${code}`)).toBe(true)
  })

  it('lets a convention of exactly six years pass without a word', () => {
    expect(warningsOf((one) => (one.endDate = '2030-12-31'))).toEqual([])
  })

  it('tells all that is wrong at once, of the shape and of the rules', () => {
    const convention = sampleConvention()
    Object.assign(convention.partner, { iban: 'FR1', enterpriseNo: '0431150351', name: { fr: 1, nl: 'x' } })
    Object.assign(convention.sites[0]!, { postcode: 'x', commune: undefined })
    convention.parameters[0]!.groupMin = 13
    convention.parameters[0]!.minAttendance = 40
    convention.financing.unitCosts = []
    convention.endDate = '2024-12-31'
    for (const deadline of convention.deadlines) Object.assign(deadline, { counting: 'DAYS' })
    const parsed = parseConvention(JSON.stringify(convention))
    const told = parsed.ok ? [] : (parsed.error.others ?? [])
    expect(parsed).toMatchObject({
      error: { code: 'import.convention-refused', details: { count: told.length } },
    })
    expect(
      told.map(({ code, details }) => [code.replace('import.convention-', ''), details?.['path']]),
    ).toEqual(
      expect.arrayContaining([
        ['shape', '/partner/name/fr'],
        ['iban-country', '/partner/iban'],
        ['missing', '/sites/0/commune'],
        ['shape', '/sites/0/postcode'],
        ['share', '/parameters/0/minAttendance'],
        ['choice', '/deadlines/0/counting'],
        ['period', '/endDate'],
        ['no-amounts', '/financing/unitCosts'],
      ]),
    )
  })

  it('tells the first fifty of many errors, and how many there are', () => {
    const convention = sampleConvention()
    convention.sites = Array.from({ length: 60 }, () => ({ ...convention.sites[0]!, postcode: 'x' }))
    const parsed = parseConvention(JSON.stringify(convention))
    expect(parsed.ok ? [] : parsed.error.others).toHaveLength(50)
    expect(parsed).toMatchObject({ error: { details: { count: 60 } } })
  })

  it.each<[string, string, string]>([
    ['iban-length', 'iban', 'BE6853900754703'],
    ['iban-length', 'iban', 'BE685390075470340'],
    ['iban-character', 'iban', 'BE6853900754703O'],
    ['iban-character', 'iban', 'BE68_39007547034'],
    ['iban-country', 'iban', 'NL91ABNA0417164300'],
    ['iban-check', 'iban', 'BE68539007547035'],
    ['enterprise-length', 'enterpriseNo', '02398431'],
    ['enterprise-character', 'enterpriseNo', '023984318O'],
    ['enterprise-country', 'enterpriseNo', 'NL0239843188'],
    ['enterprise-range', 'enterpriseNo', '2239843188'],
    ['enterprise-check', 'enterpriseNo', '0239843187'],
  ])('says %s of the %s %s, with an example in three languages', (code, field, value) => {
    expect(refusalOf((one) => Object.assign(one.partner, { [field]: value }))).toEqual([
      `import.convention-${code}`,
      `/partner/${field}`,
    ])
    for (const language of ['fr', 'nl', 'en'])
      expect((texts(language) as Record<string, string>)[`convention-${code}`]).toMatch(
        /BE68 ?5390 ?0754 ?7034|0239\.?843\.?188/,
      )
  })

  it.each<[string, string, (convention: Convention) => unknown]>([
    ['share', '/parameters/0/minAttendance', (one) => (one.parameters[0]!.minAttendance = 80)],
    ['share', '/parameters/0/materiality', (one) => (one.parameters[0]!.materiality = 0.03)],
    [
      'range',
      '/financing/instalments/0/percentage',
      (one) => (one.financing.instalments[0]!.percentage = 101),
    ],
    ['below', '/parameters/0/groupMax', (one) => (one.parameters[0]!.groupMax = 0)],
  ])('says the range of a number: convention-%s at %s', (code, path, change) => {
    expect(refusalOf(change)).toEqual([`import.convention-${code}`, path])
    expect(hasText(`import.convention-${code}`)).toBe(true)
  })
})
