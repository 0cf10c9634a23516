import { checkDated } from '#domain/convention/check-dated.ts'
import { checkReferences } from '#domain/convention/check-references.ts'
import { checkLeaf } from '#domain/convention/check-leaf.ts'
import { isBrusselsPostcode } from '#domain/convention/communes.ts'
import { Convention } from '#domain/convention/convention.ts'
import { refuse, warn, type ConventionProblem } from '#domain/convention/convention-problem.ts'
import { leavesOf } from '#domain/convention/schema-leaves.ts'

/** Longest usual convention, in years. */
const LONG_YEARS = 6

type Rule = readonly [
  reads: readonly (keyof Convention)[],
  check: (convention: Convention) => ConventionProblem[],
]

/** The rules, each with the parts of the convention that it reads. */
const RULES: readonly Rule[] = [
  [['startDate', 'endDate', 'controlPeriod', 'call'], checkPeriods],
  [['financing'], checkFinancing],
  [
    [
      'sites',
      'staff',
      'indicators',
      'deadlines',
      'amendments',
      'sections',
      'financing',
      'specifications',
      'specificAgreements',
      'steeringCommittee',
      'previousInspections',
    ],
    checkReferences,
  ],
  [['financing', 'parameters', 'startDate', 'endDate'], checkDated],
  [['deadlines'], checkDeadlines],
  [['staff'], checkStaff],
  [['sites'], checkSites],
]

/**
 * What is wrong or unusual in a convention: `docs/domain/convention.md`.
 * @param misshapen the places without the right shape; a rule that reads a part with something wrong says nothing
 */
export function checkConvention(
  convention: Convention,
  misshapen: readonly string[] = [],
): ConventionProblem[] {
  const leaves = [...leavesOf(Convention, convention)].filter(({ path }) => !misshapen.includes(path))
  const wrong = leaves.flatMap(checkLeaf)
  const silencing = [...misshapen, ...wrong.map(({ error }) => String(error.details?.['path']))]
  const holds = (part: string): boolean => !silencing.some((path) => `${path}/`.startsWith(`/${part}/`))
  if (silencing.includes('/')) return wrong
  return [...wrong, ...RULES.flatMap(([reads, check]) => (reads.every(holds) ? check(convention) : []))]
}

function checkPeriods({ startDate, endDate, controlPeriod, call }: Convention): ConventionProblem[] {
  const outside = controlPeriod.start < startDate || controlPeriod.end > endDate
  const sixYearsOn = `${Number(startDate.slice(0, 4)) + LONG_YEARS}${startDate.slice(4)}`
  return [
    ...refuse(startDate > endDate, 'period', '/endDate'),
    ...refuse(
      startDate <= endDate && (controlPeriod.start > controlPeriod.end || outside),
      'control-period',
      '/controlPeriod',
    ),
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
function checkDeadlines({ deadlines }: Convention): ConventionProblem[] {
  return deadlines.flatMap(({ code, dueDate, days }, at) =>
    refuse((dueDate === null) === (days === null), 'deadline', `/deadlines/${at}/days`, { key: code }),
  )
}

function checkStaff({ staff }: Convention): ConventionProblem[] {
  return staff.flatMap(({ code, access, networkLogin, accessSince, accessEnd }, at) => [
    ...refuse(
      accessSince !== null && accessEnd !== null && accessSince > accessEnd,
      'order',
      `/staff/${at}/accessEnd`,
    ),
    ...warn(access === 'ACTIVE' && networkLogin === null, 'staff-access', `/staff/${at}/networkLogin`, {
      key: code,
    }),
  ])
}

function checkSites({ sites }: Convention): ConventionProblem[] {
  return sites.flatMap(({ postcode }, at) =>
    warn(!isBrusselsPostcode(postcode), 'site-outside-region', `/sites/${at}/postcode`, { postcode }),
  )
}
