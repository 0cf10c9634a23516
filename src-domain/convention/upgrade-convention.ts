import type { Convention } from '#domain/convention/convention.ts'

const NO_TEXT = { fr: '', nl: '' }

/** What a convention kept before its parameters were dated has in place of the dated lists. */
interface EarlierConvention {
  readonly startDate: string
  readonly parameters: object
  readonly sections: readonly { readonly clauses: readonly object[] }[]
  readonly amendments: readonly object[]
  readonly indicators: readonly object[]
  readonly financing: {
    readonly annualCeiling: number
    readonly agreedFte: number
    readonly euRate: number | null
  }
}

/**
 * A convention as this version knows it. Packages kept by the first version of the app hold it with undated parameters:
 * they hold from the first day on, and what was not known then is empty.
 */
export function upgradeConvention(stored: unknown): Convention {
  const convention = stored as Convention | EarlierConvention
  return Array.isArray(convention.parameters)
    ? (convention as Convention)
    : dateAll(convention as EarlierConvention)
}

function dateAll(earlier: EarlierConvention): Convention {
  const { startDate: validFrom, sections, amendments, indicators } = earlier
  const upgraded = {
    pillar: 'MEASURES',
    ownerUnit: NO_TEXT,
    projectPhase: 'INSPECTION',
    call: null,
    ...emptyLists(),
    ...earlier,
    sections: sections.map((section) => ({
      ...section,
      clauses: section.clauses.map((clause) => ({ ...clause, points: [] })),
    })),
    amendments: amendments.map((amendment) => ({ ...amendment, clauses: [] })),
    indicators: indicators.map((indicator) => ({ ...indicator, level: 'AGREED' })),
    financing: dateFinancing(validFrom, earlier.financing),
    parameters: [{ validFrom, ...earlier.parameters, ...UNKNOWN_THEN }],
  }
  return upgraded as unknown as Convention
}

const emptyLists = () => ({
  specifications: [],
  specificAgreements: [],
  governanceBody: { name: NO_TEXT, mission: NO_TEXT, members: [] },
  steeringCommittee: { meetingsPerYear: 0, members: [], meetings: [] },
  staff: [],
  deadlines: [],
  previousInspections: [],
})

const UNKNOWN_THEN = {
  minAttendance: 0,
  absenceToleranceDays: 0,
  materiality: 0.02,
  performanceThreshold: null,
  extrapolation: false,
}

function dateFinancing(validFrom: string, financing: EarlierConvention['financing']): object {
  const { annualCeiling, agreedFte, euRate, ...rest } = financing
  return { ...rest, terms: [{ validFrom, annualCeiling, agreedFte, euRate }], flatRates: [] }
}
