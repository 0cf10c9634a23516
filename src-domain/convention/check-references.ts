import type { Convention } from '#domain/convention/convention.ts'
import { refuse, type ConventionProblem } from '#domain/convention/convention-problem.ts'
import { SECTION_CODES } from '#domain/convention/sections.ts'

/** Lists whose entries are told apart by a key. */
const keyedLists = (convention: Convention): [string, string[]][] => [
  ['/sections', convention.sections.map(({ code }) => code)],
  ['/sites', convention.sites.map(({ code }) => code)],
  ['/staff', convention.staff.map(({ code }) => code)],
  ['/indicators', convention.indicators.map(({ code }) => code)],
  ['/deadlines', convention.deadlines.map(({ code }) => code)],
  ['/amendments', convention.amendments.map(({ no }) => String(no))],
  ['/financing/instalments', convention.financing.instalments.map(({ no }) => String(no))],
  ['/specifications', convention.specifications.map(({ reference }) => reference)],
  ['/specificAgreements', convention.specificAgreements.map(({ reference }) => reference)],
  ['/steeringCommittee/meetings', convention.steeringCommittee.meetings.map(({ date }) => date)],
  ['/previousInspections', convention.previousInspections.map(({ reference }) => reference)],
  ...convention.previousInspections.map(({ recommendations }, at): [string, string[]] => [
    `/previousInspections/${at}/recommendations`,
    recommendations.map(({ no }) => String(no)),
  ]),
]

/** Every clause with its place. */
const placedClauses = ({ sections }: Convention) =>
  sections.flatMap(({ clauses }, section) =>
    clauses.map((clause, at) => ({ clause, path: `/sections/${section}/clauses/${at}` })),
  )

const hasSection = (point: string): boolean => SECTION_CODES.some((code) => point.startsWith(`${code}-`))

/** What stands twice, is out of order, or names what the convention does not have. */
export function checkReferences(convention: Convention): ConventionProblem[] {
  const twice = [...checkKeys(convention), ...checkClauseNumbers(convention)]
  const inOrder = convention.sections.every(({ code }, at) => code === SECTION_CODES[at])
  return [
    ...twice,
    ...refuse(twice.length === 0 && !inOrder, 'sections-order', '/sections'),
    ...checkPoints(convention),
    ...checkCitedClauses(convention),
  ]
}

const checkKeys = (convention: Convention): ConventionProblem[] =>
  keyedLists(convention).flatMap(([path, keys]) =>
    keys.flatMap((key, at) => refuse(keys.indexOf(key) < at, 'twice', `${path}/${at}`, { key })),
  )

function checkClauseNumbers(convention: Convention): ConventionProblem[] {
  const numbers = placedClauses(convention).map(({ clause }) => clause.number)
  return placedClauses(convention).flatMap(({ clause: { number }, path }, at) =>
    refuse(numbers.indexOf(number) < at, 'twice', `${path}/number`, { key: number }),
  )
}

function checkPoints(convention: Convention): ConventionProblem[] {
  const ofClauses = placedClauses(convention).flatMap(({ clause, path }) =>
    clause.points.map((point, at): [string, string] => [`${path}/points/${at}`, point]),
  )
  const ofInspections = convention.previousInspections.flatMap(({ recommendations }, inspection) =>
    recommendations.map(({ point }, at): [string, string | null] => [
      `/previousInspections/${inspection}/recommendations/${at}/point`,
      point,
    ]),
  )
  return [...ofClauses, ...ofInspections].flatMap(([path, point]) =>
    point === null ? [] : refuse(!hasSection(point), 'point-unknown', path, { key: point }),
  )
}

function checkCitedClauses(convention: Convention): ConventionProblem[] {
  const known = new Set(placedClauses(convention).map(({ clause }) => clause.number))
  const ofAmendments = convention.amendments.flatMap(({ clauses }, amendment) =>
    clauses.map((clause, at): [string, string] => [`/amendments/${amendment}/clauses/${at}`, clause]),
  )
  const ofDeadlines = convention.deadlines.map(({ clause }, at): [string, string | null] => [
    `/deadlines/${at}/clause`,
    clause,
  ])
  return [...ofAmendments, ...ofDeadlines].flatMap(([path, clause]) =>
    clause === null ? [] : refuse(!known.has(clause), 'clause-unknown', path, { key: clause }),
  )
}
