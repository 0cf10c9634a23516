import clauses from '#resources/sample-network/clauses.json' with { type: 'json' }
import measures from '#resources/sample-network/measures.json' with { type: 'json' }
import type {
  Convention,
  FinancingMode,
  PartnershipType,
  SectionCode,
} from '#domain/convention/convention.ts'
import { translate } from '#domain/i18n/translate.ts'
import { formatEuros } from '#domain/money.ts'
import type { Chance } from '#scripts/sample/chance.ts'
import type { SamplePartner } from '#scripts/sample/partners.ts'

export interface Measure {
  readonly code: string
  readonly prefix: string
  readonly fr: string
  readonly nl: string
  readonly type: string
  readonly mode: string
  readonly projects: number
  readonly agreements: number
  readonly minAge?: number
  readonly maxAge?: number
  readonly eu?: boolean
}

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
const START = `${YEAR}-01-01`
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
      points: [],
      text: both(translate({ t: text.fr }, 't', values), translate({ t: text.nl }, 't', values)),
    })),
  }))
}

function instalments(ceiling: number): Convention['financing']['instalments'] {
  const advance = Math.floor((ceiling * 85) / 100)
  return [
    { no: 1, percentage: 85, dueEvent: 'COMMITMENT', amount: advance, paidDate: `${YEAR}-02-14` },
    { no: 2, percentage: 15, dueEvent: 'ACCEPTANCE', amount: ceiling - advance, paidDate: null },
  ]
}

const PHASES = [
  ['P1', 'Phase 1 – bilan', 'Fase 1 – balans', 60_000],
  ['P2', 'Phase 2 – projet', 'Fase 2 – project', 85_000],
  ['P3', 'Phase 3 – recherche active', 'Fase 3 – actief zoeken', 115_000],
  ['P4', 'Phase 4 – suivi dans l’emploi', 'Fase 4 – opvolging op het werk', 70_000],
] as const

function financing(measure: Measure, ceiling: number, agreedFte: number): Convention['financing'] {
  const eu = measure.eu === true
  return {
    mode: measure.mode as FinancingMode,
    terms: [{ validFrom: START, annualCeiling: ceiling, agreedFte, euRate: eu ? 0.4 : null }],
    lumpSums: [
      { code: 'LS-STAFF', label: both('Accompagnateur', 'Begeleider'), validFrom: START, amount: 6_000_000 },
      { code: 'LS-COORD', label: both('Coordinateur', 'Coördinator'), validFrom: START, amount: 6_800_000 },
    ],
    unitCosts: PHASES.map(([code, fr, nl, amount]) => ({
      code,
      label: both(fr, nl),
      validFrom: START,
      amount,
    })),
    flatRates: [],
    euCofinanced: eu,
    operationCode: eu ? `FSE-${YEAR}-${measure.prefix}` : null,
    instalments: instalments(ceiling),
  }
}

function indicators(target: number): Convention['indicators'] {
  const line = (
    code: string,
    fr: string,
    nl: string,
    kind: 'OUTPUT' | 'RESULT',
    share: number,
    unit: string,
  ) => ({
    code,
    label: both(fr, nl),
    level: 'AGREED' as const,
    kind,
    target: Math.round(target * share),
    threshold: Math.round(target * share * 0.8),
    declared: null,
    unit,
  })
  return [
    line('IND-ENTRIES', 'Participants entrés', 'Ingestroomde deelnemers', 'OUTPUT', 1, 'PERSON'),
    line('IND-HOURS', 'Heures d’accompagnement', 'Begeleidingsuren', 'OUTPUT', 9, 'HOUR'),
    line('IND-EXITS', 'Sorties positives', 'Positieve uitstroom', 'RESULT', 0.35, 'PERSON'),
  ]
}

const AMENDMENTS: Convention['amendments'] = [
  {
    no: 1,
    date: `${YEAR}-01-15`,
    title: both('Avenant RGPD', 'AVG-avenant'),
    changes: both(
      'Fixe les rôles de responsable du traitement et de sous-traitant, et les durées de conservation.',
      'Legt de rollen van verwerkingsverantwoordelijke en verwerker en de bewaartermijnen vast.',
    ),
    gdpr: true,
    clauses: [],
  },
]

const LEGAL_BASES = [
  both('Ordonnance du 18 janvier 2001, articles 4 et 7', 'Ordonnantie van 18 januari 2001, artikelen 4 en 7'),
  both('Arrêté du 28 février 2008, article 2, § 1er', 'Besluit van 28 februari 2008, artikel 2, § 1'),
]

interface Shape {
  readonly measure: Measure
  readonly no: number
  readonly partner: SamplePartner
  readonly ceiling: number
  readonly participants: number
  readonly counsellors: number
}

function makeConvention({ measure, no, partner, ceiling, participants, counsellors }: Shape): Convention {
  const agreementNo = `${measure.prefix}-${YEAR}-${String(no).padStart(3, '0')}`
  const parameters: Convention['parameters'][number] = {
    validFrom: START,
    groupMin: 3,
    groupMax: 15,
    hoursTolerance: 0.25,
    signatureToleranceDays: 0,
    exitProofWindowDays: 90,
    minAge: measure.minAge ?? null,
    maxAge: measure.maxAge ?? null,
    requiredQualification: null,
    minAttendance: 0.8,
    absenceToleranceDays: 0,
    materiality: 0.02,
    performanceThreshold: null,
    extrapolation: false,
  }
  const fte = counsellors
  const values = {
    start: frenchDate(START),
    end: frenchDate(END),
    target: participants,
    measure: measure.fr,
    measureNl: measure.nl,
    groupMin: parameters.groupMin,
    groupMax: parameters.groupMax,
    ceiling: formatEuros(ceiling, partner.language),
    fte,
    window: parameters.exitProofWindowDays,
  }
  return {
    agreementNo,
    measureCode: measure.code,
    measureLabel: both(measure.fr, measure.nl),
    project: `${measure.prefix}-P${1 + (no % measure.projects)}`,
    partnershipType: measure.type as PartnershipType,
    partner: partner.partner,
    language: partner.language,
    legalBases: LEGAL_BASES,
    startDate: START,
    endDate: END,
    controlPeriod: { start: START, end: `${YEAR}-12-31` },
    sections: sectionsOf(values),
    amendments: AMENDMENTS,
    financing: financing(measure, ceiling, fte),
    indicators: indicators(participants),
    sites: [...partner.sites],
    parameters: [parameters],
    pillar: 'MEASURES',
    ownerUnit: both('Service Projets de partenariats', 'Dienst Partnerschapsprojecten'),
    projectPhase: 'INSPECTION',
    call: null,
    specifications: [],
    specificAgreements: [],
    governanceBody: { name: both('', ''), mission: both('', ''), members: [] },
    steeringCommittee: { meetingsPerYear: 2, members: [], meetings: [] },
    staff: [],
    deadlines: [],
    previousInspections: [],
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
    const shape = { measure, no, partner, ceiling: ceilings[at] ?? 0, participants, counsellors }
    return { convention: makeConvention(shape), participants, counsellors }
  })
}
