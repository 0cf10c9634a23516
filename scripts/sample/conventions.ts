import clauses from '#resources/sample-network/clauses.json' with { type: 'json' }
import measures from '#resources/sample-network/measures.json' with { type: 'json' }
import type { Convention, PartnershipType, SectionCode } from '#domain/convention/convention.ts'
import { agreedFteOn, parametersOn } from '#domain/convention/parameters.ts'
import { translate } from '#domain/i18n/translate.ts'
import { formatEuros } from '#domain/money.ts'
import {
  makeAmendments,
  makeCall,
  makeCommittee,
  makeDeadlines,
  makeGovernance,
  makeIdentity,
  makePreviousInspections,
  makeSpecificAgreements,
  makeSpecifications,
  makeStaff,
  type AgreementShape,
} from '#scripts/sample/agreement.ts'
import { chanceFrom, type Chance } from '#scripts/sample/chance.ts'
import {
  FIRST_DAY as START,
  makeFinancing,
  makeIndicators,
  makeParameters,
} from '#scripts/sample/financing.ts'
import type { Measure } from '#scripts/sample/measure.ts'
import type { SamplePartner } from '#scripts/sample/partners.ts'

type Financing = Convention['financing']
type Limits = Convention['parameters'][number]

/** A convention of the sample with how much activity it gets. */
export interface SampleConvention {
  readonly convention: Convention
  readonly participants: number
  readonly counsellors: number
}

/** The yearly budget that the ceilings add up to, in cents (the office's own figure: 81 M€). */
export const BUDGET_CENTS = 8_100_000_000
/** The one convention with 50,000 activity rows. */
export const LARGE_AGREEMENT = 'TRAIN-2025-001'
const YEAR = 2025
const END = `${YEAR + 1}-12-31`

const frenchDate = (iso: string): string => iso.split('-').reverse().join('/')
const both = (fr: string, nl: string) => ({ fr, nl })

/** Spreads a total over parts in proportion to weights, to the last unit (largest remainder). */
export function spread(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const order = exact
    .map((value, at) => ({ at, rest: value % 1 }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  const left = total - parts.reduce((all, part) => all + part, 0)
  for (const { at } of order.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1
  return parts
}

function sectionsOf(values: Readonly<Record<string, string | number>>): Convention['sections'] {
  return clauses.map((section, at) => ({
    code: section.code as SectionCode,
    title: section.title,
    clauses: section.clauses.map((text, no) => ({
      number: `${at + 1}.${no + 1}`,
      text: both(translate({ t: text.fr }, 't', values), translate({ t: text.nl }, 't', values)),
      points: text.points,
    })),
  }))
}

const LEGAL_BASES = [
  both('Ordonnance du 18 janvier 2001, articles 4 et 7', 'Ordonnantie van 18 januari 2001, artikelen 4 en 7'),
  both('Arrêté du 28 février 2008, article 2, § 1er', 'Besluit van 28 februari 2008, artikel 2, § 1'),
]

interface Shape extends AgreementShape {
  readonly ceiling: number
  readonly participants: number
}

/** The values that the texts of the clauses are filled with. */
function clauseValues(
  { measure, partner, ceiling, participants }: Shape,
  financing: Financing,
  limits: Limits,
) {
  return {
    start: frenchDate(START),
    end: frenchDate(END),
    target: participants,
    measure: measure.fr,
    measureNl: measure.nl,
    groupMin: limits.groupMin,
    groupMax: limits.groupMax,
    ceiling: formatEuros(ceiling, partner.language),
    fte: agreedFteOn({ financing }, START),
    window: limits.exitProofWindowDays,
  }
}

/** In the order of the schema, so that every form of it is the same text. */
function makeConvention(chance: Chance, shape: Shape): Convention {
  const { measure, no, partner } = shape
  const financing = makeFinancing(measure, shape.ceiling, shape.counsellors, shape.raise)
  const parameters = makeParameters(measure, shape.laterWindow)
  const { pillar, ownerUnit, projectPhase } = makeIdentity(shape)
  return {
    agreementNo: `${measure.prefix}-${YEAR}-${String(no).padStart(3, '0')}`,
    measureCode: measure.code,
    measureLabel: both(measure.fr, measure.nl),
    pillar,
    ownerUnit,
    project: `${measure.prefix}-P${1 + (no % measure.projects)}`,
    projectPhase,
    partnershipType: measure.type as PartnershipType,
    partner: partner.partner,
    language: partner.language,
    legalBases: LEGAL_BASES,
    call: makeCall(shape),
    specifications: makeSpecifications(shape),
    startDate: START,
    endDate: END,
    controlPeriod: { start: START, end: `${YEAR}-12-31` },
    sections: sectionsOf(clauseValues(shape, financing, parametersOn({ parameters }, START))),
    amendments: makeAmendments(shape),
    specificAgreements: makeSpecificAgreements(shape),
    governanceBody: makeGovernance(shape),
    steeringCommittee: makeCommittee(chance, shape),
    staff: makeStaff(chance, shape),
    financing,
    indicators: makeIndicators(shape.participants, shape.counsellors),
    deadlines: makeDeadlines(),
    sites: [...partner.sites],
    parameters,
    previousInspections: makePreviousInspections(chance, shape),
  }
}

/** 220 conventions over the measures; ceilings, participants and staff add up exactly to the office's figures. */
export function makeConventions(
  chance: Chance,
  partners: readonly SamplePartner[],
  totals: { participants: number; counsellors: number },
): readonly SampleConvention[] {
  const slots = (measures as readonly Measure[]).flatMap((measure) =>
    Array.from({ length: measure.agreements }, (_, at) => ({ measure, no: at + 1 })),
  )
  const weights = slots.map(() => chance.int(50, 200))
  const large = slots.findIndex(({ measure, no }) => measure.prefix === 'TRAIN' && no === 1)
  const people = spread(
    totals.participants,
    weights.map((weight, at) => (at === large ? weight * 12 : weight)),
  )
  const staff = spread(
    totals.counsellors - slots.length * 2,
    weights.map((_, at) => (at === large ? 15 : 1)),
  )
  const ceilings = spread(BUDGET_CENTS, weights)
  return slots.map(({ measure, no }, at) => {
    const partner = partners[measure.code === 'CPAS' ? no - 1 : (at + 19) % partners.length]
    const participants = people[at] ?? 0
    const counsellors = 2 + (staff[at] ?? 0)
    if (!partner) throw new RangeError('no partner')
    const shape = {
      ...{ measure, no, partner, participants, counsellors },
      ceiling: ceilings[at] ?? 0,
      raise: at % 5 === 0 ? 1 : 0,
      laterWindow: at % 6 === 0 ? 60 : null,
    }
    return { convention: makeConvention(chanceFrom(at), shape), participants, counsellors }
  })
}
