import { isBrusselsPostcode } from '#domain/convention/communes.ts'
import { SECTION_CODES, type Convention } from '#domain/convention/convention.ts'
import { isIsoDay } from '#domain/dates.ts'
import { parseEnterpriseNumber } from '#domain/identifiers/enterprise-number.ts'
import { parseBelgianIban } from '#domain/identifiers/iban.ts'
import type { AppError, Details } from '#domain/result.ts'

/** Said of a convention: E refuses it, W lets it pass. `details.path` is the place in the JSON, `/partner/iban`. */
export interface ConventionProblem {
  readonly severity: 'E' | 'W'
  readonly error: AppError
}

const problem =
  (severity: 'E' | 'W') =>
  (wrong: boolean, code: string, path: string, details: Details = {}): ConventionProblem[] =>
    wrong ? [{ severity, error: { code: `import.convention-${code}`, details: { path, ...details } } }] : []
const refuse = problem('E')
const warn = problem('W')

/** Longest usual convention, in years. */
const LONG_YEARS = 6

/** What is wrong or unusual in a convention of the right shape: `domain.md` §C.1. */
export function checkConvention(convention: Convention): ConventionProblem[] {
  return [
    ...checkPartner(convention),
    ...checkDays(convention),
    ...checkPeriods(convention),
    ...checkFinancing(convention),
    ...checkUnique(convention),
    ...checkParameters(convention),
    ...convention.sites.flatMap(({ postcode }, at) =>
      warn(!isBrusselsPostcode(postcode), 'site-outside-region', `/sites/${at}/postcode`, { postcode }),
    ),
  ]
}

const checkPartner = ({ partner }: Convention): ConventionProblem[] => [
  ...refuse(
    parseEnterpriseNumber(partner.enterpriseNo) === null,
    'enterprise-number',
    '/partner/enterpriseNo',
  ),
  ...refuse(parseBelgianIban(partner.iban) === null, 'iban', '/partner/iban'),
]

/** Every date of a convention with its place. */
const daysOf = ({ controlPeriod, financing, ...rest }: Convention): [string, string | null][] => [
  ['/startDate', rest.startDate],
  ['/endDate', rest.endDate],
  ['/controlPeriod/start', controlPeriod.start],
  ['/controlPeriod/end', controlPeriod.end],
  ...rest.amendments.map(({ date }, at): [string, string] => [`/amendments/${at}/date`, date]),
  ...financing.lumpSums.map(({ validFrom }, at): [string, string] => [
    `/financing/lumpSums/${at}/validFrom`,
    validFrom,
  ]),
  ...financing.unitCosts.map(({ validFrom }, at): [string, string] => [
    `/financing/unitCosts/${at}/validFrom`,
    validFrom,
  ]),
  ...financing.instalments.map(({ paidDate }, at): [string, string | null] => [
    `/financing/instalments/${at}/paidDate`,
    paidDate,
  ]),
]

const checkDays = (convention: Convention): ConventionProblem[] =>
  daysOf(convention).flatMap(([path, day]) => refuse(day !== null && !isIsoDay(day), 'date', path))

function checkPeriods({ startDate, endDate, controlPeriod }: Convention): ConventionProblem[] {
  const outside = controlPeriod.start < startDate || controlPeriod.end > endDate
  const sixYearsOn = `${Number(startDate.slice(0, 4)) + LONG_YEARS}${startDate.slice(4)}`
  return [
    ...refuse(startDate > endDate, 'period', '/endDate'),
    ...refuse(controlPeriod.start > controlPeriod.end || outside, 'control-period', '/controlPeriod'),
    ...warn(endDate >= sixYearsOn, 'long', '/endDate', { years: LONG_YEARS }),
  ]
}

function checkFinancing({ financing }: Convention): ConventionProblem[] {
  const { mode, euCofinanced, euRate, operationCode, instalments } = financing
  const hundredths = instalments.reduce((sum, { percentage }) => sum + Math.round(percentage * 100), 0)
  return [
    ...refuse(financing.annualCeiling < 0, 'ceiling', '/financing/annualCeiling'),
    ...refuse(
      mode === 'SALARY_LUMP_SUM' && financing.lumpSums.length === 0,
      'no-amounts',
      '/financing/lumpSums',
    ),
    ...refuse(mode === 'UNIT_COST' && financing.unitCosts.length === 0, 'no-amounts', '/financing/unitCosts'),
    ...warn(euCofinanced && euRate === null, 'eu-incomplete', '/financing/euRate'),
    ...warn(euCofinanced && operationCode === null, 'eu-incomplete', '/financing/operationCode'),
    ...warn(instalments.length > 0 && hundredths !== 10_000, 'instalments', '/financing/instalments', {
      percentage: hundredths / 100,
    }),
  ]
}

/** Lists whose entries are told apart by a key. */
const keyedLists = ({
  sections,
  sites,
  indicators,
  amendments,
  financing,
}: Convention): [string, string[]][] => [
  ['/sections', sections.map(({ code }) => code)],
  ['/sites', sites.map(({ code }) => code)],
  ['/indicators', indicators.map(({ code }) => code)],
  ['/amendments', amendments.map(({ no }) => String(no))],
  ['/financing/lumpSums', financing.lumpSums.map(({ code, validFrom }) => `${code} ${validFrom}`)],
  ['/financing/unitCosts', financing.unitCosts.map(({ code, validFrom }) => `${code} ${validFrom}`)],
  ['/financing/instalments', financing.instalments.map(({ no }) => String(no))],
]

function checkUnique(convention: Convention): ConventionProblem[] {
  const twice = keyedLists(convention).flatMap(([path, keys]) =>
    keys.flatMap((key, at) => refuse(keys.indexOf(key) < at, 'twice', `${path}/${at}`, { key })),
  )
  const inOrder = convention.sections.every(({ code }, at) => code === SECTION_CODES[at])
  return [...twice, ...refuse(twice.length === 0 && !inOrder, 'sections-order', '/sections')]
}

function checkParameters({ parameters }: Convention): ConventionProblem[] {
  const { groupMin, groupMax, minAge, maxAge } = parameters
  return [
    ...refuse(groupMin > groupMax, 'bounds', '/parameters/groupMin'),
    ...refuse(minAge !== null && maxAge !== null && minAge > maxAge, 'bounds', '/parameters/minAge'),
  ]
}
