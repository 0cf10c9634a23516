import { IsoDate } from '#domain/convention/basics.ts'
import { checkDated } from '#domain/convention/check-dated.ts'
import { checkReferences } from '#domain/convention/check-references.ts'
import { isBrusselsPostcode } from '#domain/convention/communes.ts'
import { Convention } from '#domain/convention/convention.ts'
import { refuse, warn, type ConventionProblem } from '#domain/convention/convention-problem.ts'
import { leavesOf } from '#domain/convention/schema-leaves.ts'
import { isIsoDay } from '#domain/dates.ts'
import { parseEnterpriseNumber } from '#domain/identifiers/enterprise-number.ts'
import { parseBelgianIban } from '#domain/identifiers/iban.ts'

/** Longest usual convention, in years. */
const LONG_YEARS = 6

/** What is wrong or unusual in a convention of the right shape: `docs/domain/convention.md`. */
export function checkConvention(convention: Convention): ConventionProblem[] {
  return [
    ...checkPartner(convention),
    ...checkDays(convention),
    ...checkPeriods(convention),
    ...checkFinancing(convention),
    ...checkReferences(convention),
    ...checkDated(convention),
    ...checkDeadlines(convention),
    ...checkStaff(convention),
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

function checkDays(convention: Convention): ConventionProblem[] {
  const days = [...leavesOf(Convention, convention)].filter(({ schema }) => schema === IsoDate)
  return days.flatMap(({ path, value }) =>
    refuse(typeof value === 'string' && !isIsoDay(value), 'date', path),
  )
}

function checkPeriods({ startDate, endDate, controlPeriod, call }: Convention): ConventionProblem[] {
  const outside = controlPeriod.start < startDate || controlPeriod.end > endDate
  const sixYearsOn = `${Number(startDate.slice(0, 4)) + LONG_YEARS}${startDate.slice(4)}`
  return [
    ...refuse(startDate > endDate, 'period', '/endDate'),
    ...refuse(controlPeriod.start > controlPeriod.end || outside, 'control-period', '/controlPeriod'),
    ...refuse(call !== null && call.publishedOn > call.closedOn, 'order', '/call/publishedOn'),
    ...warn(endDate >= sixYearsOn, 'long', '/endDate', { years: LONG_YEARS }),
  ]
}

function checkFinancing({ financing }: Convention): ConventionProblem[] {
  const { mode, euCofinanced, terms, operationCode, instalments } = financing
  const hundredths = instalments.reduce((sum, { percentage }) => sum + Math.round(percentage * 100), 0)
  return [
    ...terms.flatMap(({ annualCeiling, euRate }, at) => [
      ...refuse(annualCeiling < 0, 'ceiling', `/financing/terms/${at}/annualCeiling`),
      ...warn(euCofinanced && euRate === null, 'eu-incomplete', `/financing/terms/${at}/euRate`),
    ]),
    ...refuse(
      mode === 'SALARY_LUMP_SUM' && financing.lumpSums.length === 0,
      'no-amounts',
      '/financing/lumpSums',
    ),
    ...refuse(mode === 'UNIT_COST' && financing.unitCosts.length === 0, 'no-amounts', '/financing/unitCosts'),
    ...warn(euCofinanced && operationCode === null, 'eu-incomplete', '/financing/operationCode'),
    ...warn(instalments.length > 0 && hundredths !== 10_000, 'instalments', '/financing/instalments', {
      percentage: hundredths / 100,
    }),
  ]
}

/** A time limit is a day or a number of days, not both. */
const checkDeadlines = ({ deadlines }: Convention): ConventionProblem[] =>
  deadlines.flatMap(({ code, dueDate, days }, at) =>
    refuse((dueDate === null) === (days === null), 'deadline', `/deadlines/${at}/days`, { key: code }),
  )

const checkStaff = ({ staff }: Convention): ConventionProblem[] =>
  staff.flatMap(({ code, access, networkLogin, accessSince, accessEnd }, at) => [
    ...refuse(
      accessSince !== null && accessEnd !== null && accessSince > accessEnd,
      'order',
      `/staff/${at}/accessEnd`,
    ),
    ...warn(access === 'ACTIVE' && networkLogin === null, 'staff-access', `/staff/${at}/networkLogin`, {
      key: code,
    }),
  ])
