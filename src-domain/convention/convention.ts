import { Type, type Static } from 'typebox'
import { Cents } from '#domain/money.ts'

/** A text in both languages of the Region. */
export const BilingualText = Type.Object({ fr: Type.String(), nl: Type.String() })
export type BilingualText = Static<typeof BilingualText>

/** A calendar day, `yyyy-mm-dd`. */
export const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const PartnershipType = Type.Enum(['PUBLIC', 'PRIVATE_CALL', 'MANDATE', 'ASSOCIATED'])
export type PartnershipType = Static<typeof PartnershipType>
export const FinancingMode = Type.Enum(['SALARY_LUMP_SUM', 'UNIT_COST', 'ACTUAL_COSTS'])
export type FinancingMode = Static<typeof FinancingMode>
/** The language of the partner: that of the report, never mixed. */
export const ReportLanguage = Type.Enum(['fr', 'nl'])
export type ReportLanguage = Static<typeof ReportLanguage>

/** The 13 sections of a convention, in their order; control points stand under the same codes. */
export const SECTION_CODES = [
  'DUR',
  'OBJ',
  'TGT',
  'ACT',
  'PRO',
  'GOV',
  'EXC',
  'GDP',
  'FIN',
  'ADM',
  'IND',
  'INS',
  'EVA',
] as const
export const SectionCode = Type.Enum([...SECTION_CODES])
export type SectionCode = Static<typeof SectionCode>

/** A numbered clause, cited from findings as `3.2`. */
export const Clause = Type.Object({ number: Type.String(), text: BilingualText })
export const ConventionSection = Type.Object({
  code: SectionCode,
  title: BilingualText,
  clauses: Type.Array(Clause),
})
export type ConventionSection = Static<typeof ConventionSection>

export const Site = Type.Object({
  code: Type.String(),
  name: Type.String(),
  street: Type.String(),
  postcode: Type.String({ pattern: '^[1-9]\\d{3}$' }),
  nisCode: Type.String({ pattern: '^\\d{5}$' }),
  commune: BilingualText,
})
export type Site = Static<typeof Site>

export const Contact = Type.Object({
  name: Type.String(),
  role: Type.String(),
  email: Type.String(),
  phone: Type.String(),
})

/** A dated amount: it holds from `validFrom` until a later one of the same code. */
export const DatedAmount = Type.Object({
  code: Type.String(),
  label: BilingualText,
  validFrom: IsoDate,
  amount: Cents,
})
export const Instalment = Type.Object({
  no: Type.Integer({ minimum: 1 }),
  percentage: Type.Number({ minimum: 0, maximum: 100 }),
  dueEvent: Type.String(),
  amount: Cents,
  paidDate: Type.Union([IsoDate, Type.Null()]),
})
export const FinancingTerms = Type.Object({
  mode: FinancingMode,
  annualCeiling: Cents,
  lumpSums: Type.Array(DatedAmount),
  unitCosts: Type.Array(DatedAmount),
  agreedFte: Type.Number({ minimum: 0, maximum: 200 }),
  euCofinanced: Type.Boolean(),
  euRate: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()]),
  operationCode: Type.Union([Type.String(), Type.Null()]),
  instalments: Type.Array(Instalment),
})
export const Indicator = Type.Object({
  code: Type.String(),
  label: BilingualText,
  kind: Type.Enum(['OUTPUT', 'RESULT']),
  target: Type.Number({ minimum: 0 }),
  threshold: Type.Number({ minimum: 0 }),
  declared: Type.Union([Type.Number(), Type.Null()]),
  unit: Type.String(),
})
export const Amendment = Type.Object({
  no: Type.Integer({ minimum: 1 }),
  date: IsoDate,
  title: BilingualText,
  changes: BilingualText,
  gdpr: Type.Boolean(),
})
/** The rules of the convention that the row checks need, each printed in the report where used. */
export const ConventionParameters = Type.Object({
  groupMin: Type.Integer({ minimum: 0 }),
  groupMax: Type.Integer({ minimum: 1 }),
  hoursTolerance: Type.Number({ minimum: 0 }),
  signatureToleranceDays: Type.Integer({ minimum: 0 }),
  exitProofWindowDays: Type.Integer({ minimum: 0 }),
  minAge: Type.Union([Type.Integer(), Type.Null()]),
  /** Highest age reached at entry, inclusive: 29 for "under 30". */
  maxAge: Type.Union([Type.Integer(), Type.Null()]),
  requiredQualification: Type.Union([Type.String(), Type.Null()]),
})
export type ConventionParameters = Static<typeof ConventionParameters>

export const Partner = Type.Object({
  name: BilingualText,
  enterpriseNo: Type.String({ pattern: '^[01]\\d{9}$' }),
  iban: Type.String({ pattern: '^BE\\d{14}$' }),
  legalForm: Type.String(),
  address: Type.String(),
  contacts: Type.Array(Contact),
})

/** One convention (grant agreement) as agreed and amended: `domain.md` §A.4, §C.1. */
export const Convention = Type.Object({
  agreementNo: Type.String({ pattern: '^[A-Z0-9][A-Z0-9/_.-]{2,39}$' }),
  measureCode: Type.String(),
  measureLabel: BilingualText,
  project: Type.String(),
  partnershipType: PartnershipType,
  partner: Partner,
  language: ReportLanguage,
  legalBases: Type.Array(BilingualText),
  startDate: IsoDate,
  endDate: IsoDate,
  controlPeriod: Type.Object({ start: IsoDate, end: IsoDate }),
  sections: Type.Array(ConventionSection, { minItems: 13, maxItems: 13 }),
  amendments: Type.Array(Amendment),
  financing: FinancingTerms,
  indicators: Type.Array(Indicator),
  sites: Type.Array(Site),
  parameters: ConventionParameters,
})
export type Convention = Static<typeof Convention>
