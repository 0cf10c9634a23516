import type { Convention, FinancingMode } from '#domain/convention/convention.ts'
import type { Measure } from '#scripts/sample/measure.ts'

type Financing = Convention['financing']

/** The two years of every convention of the sample; the second brings the indexed amounts. */
export const FIRST_DAY = '2025-01-01'
export const SECOND_YEAR = '2026-01-01'
/** What amounts rise by in the second year. */
const INDEX_PER_CENT = 2

const both = (fr: string, nl: string) => ({ fr, nl })
const indexed = (amount: number): number => Math.round((amount * (100 + INDEX_PER_CENT)) / 100)

const ROLES = [
  ['LS-STAFF', 'Accompagnateur', 'Begeleider', 6_000_000],
  ['LS-COORD', 'Coordinateur', 'Coördinator', 6_800_000],
] as const
const PHASES = [
  ['P1', 'Phase 1 – bilan', 'Fase 1 – balans', 60_000],
  ['P2', 'Phase 2 – projet', 'Fase 2 – project', 85_000],
  ['P3', 'Phase 3 – recherche active', 'Fase 3 – actief zoeken', 115_000],
  ['P4', 'Phase 4 – suivi dans l’emploi', 'Fase 4 – opvolging op het werk', 70_000],
] as const

/** A scale for the first year, and indexed for the second. */
function scale(entries: readonly (readonly [string, string, string, number])[]): Financing['unitCosts'] {
  return [FIRST_DAY, SECOND_YEAR].flatMap((validFrom, year) =>
    entries.map(([code, fr, nl, amount]) => ({
      code,
      label: both(fr, nl),
      validFrom,
      amount: year === 0 ? amount : indexed(amount),
    })),
  )
}

function instalments(ceiling: number): Financing['instalments'] {
  const advance = Math.floor((ceiling * 85) / 100)
  return [
    { no: 1, percentage: 85, dueEvent: 'COMMITMENT', amount: advance, paidDate: '2025-02-14' },
    { no: 2, percentage: 15, dueEvent: 'ACCEPTANCE', amount: ceiling - advance, paidDate: null },
  ]
}

/** The flat rates of a measure paid at actual costs: indirect costs, of direct staff under the FSE+ at most 15 %. */
const flatRates = ({ mode, eu }: Measure): Financing['flatRates'] => {
  if (mode !== 'ACTUAL_COSTS') return []
  return eu === true
    ? [{ kind: 'ART_54_B', validFrom: FIRST_DAY, rate: 0.15 }]
    : [{ kind: 'ART_54_A', validFrom: FIRST_DAY, rate: 0.07 }]
}

/** @param raise FTE that an amendment adds in the second year */
export function makeFinancing(
  measure: Measure,
  ceiling: number,
  agreedFte: number,
  raise: number,
): Financing {
  const eu = measure.eu === true
  const terms = { annualCeiling: ceiling, agreedFte, euRate: eu ? 0.4 : null }
  return {
    mode: measure.mode as FinancingMode,
    terms: [
      { validFrom: FIRST_DAY, ...terms },
      { validFrom: SECOND_YEAR, ...terms, annualCeiling: indexed(ceiling), agreedFte: agreedFte + raise },
    ],
    lumpSums: scale(ROLES),
    unitCosts: scale(PHASES),
    flatRates: flatRates(measure),
    euCofinanced: eu,
    operationCode: eu ? `FSE-2025-${measure.prefix}` : null,
    instalments: instalments(ceiling),
  }
}

/** The limits of the first year, and from the second on those an amendment may have changed. */
export function makeParameters(measure: Measure, laterWindow: number | null): Convention['parameters'] {
  const limits: Convention['parameters'][number] = {
    validFrom: FIRST_DAY,
    groupMin: 3,
    groupMax: 15,
    hoursTolerance: 0.25,
    signatureToleranceDays: 0,
    exitProofWindowDays: 90,
    minAge: measure.minAge ?? null,
    maxAge: measure.maxAge ?? null,
    requiredQualification: null,
    minAttendance: 0.8,
    absenceToleranceDays: 20,
    materiality: 0.02,
    performanceThreshold: measure.type === 'PRIVATE_CALL' ? 0.8 : null,
    extrapolation: measure.eu === true,
  }
  if (laterWindow === null) return [limits]
  return [limits, { ...limits, validFrom: SECOND_YEAR, exitProofWindowDays: laterWindow }]
}

/** What is counted: agreed, of the daily work, and of each worker. */
export function makeIndicators(target: number, counsellors: number): Convention['indicators'] {
  type Indicator = Convention['indicators'][number]
  const line = (
    [code, fr, nl]: readonly [string, string, string],
    { level, kind, unit }: Pick<Indicator, 'level' | 'kind' | 'unit'>,
    value: number,
  ): Indicator => ({
    code,
    label: both(fr, nl),
    level,
    kind,
    target: Math.round(value),
    threshold: Math.round(value * 0.8),
    declared: null,
    unit,
  })
  const agreed = { level: 'AGREED', kind: 'OUTPUT', unit: 'PERSON' } as const
  const perWorker = target / Math.max(counsellors, 1)
  return [
    line(['IND-ENTRIES', 'Participants entrés', 'Ingestroomde deelnemers'], agreed, target),
    line(
      ['IND-HOURS', 'Heures d’accompagnement', 'Begeleidingsuren'],
      { ...agreed, unit: 'HOUR' },
      target * 9,
    ),
    line(
      ['IND-EXITS', 'Sorties positives', 'Positieve uitstroom'],
      { ...agreed, kind: 'RESULT' },
      target * 0.35,
    ),
    line(
      ['OPE-GROUPS', 'Séances collectives', 'Groepssessies'],
      { level: 'OPERATIONAL', kind: 'OUTPUT', unit: 'SESSION' },
      target * 0.3,
    ),
    line(
      ['PER-FOLLOWED', 'Participants suivis par agent référent', 'Deelnemers per referentiemedewerker'],
      { level: 'INDIVIDUAL', kind: 'OUTPUT', unit: 'PERSON' },
      perWorker,
    ),
  ]
}
