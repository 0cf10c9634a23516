import { Type, type Static } from 'typebox'
import { BilingualText, Code, IsoDate, orNull, Text } from '#domain/convention/basics.ts'
import { ClauseNumber } from '#domain/convention/sections.ts'

/** Public convention, call for projects, mandate, collaboration: `docs/domain/words.md`. */
export const PartnershipType = Type.Enum(['PUBLIC', 'PRIVATE_CALL', 'MANDATE', 'ASSOCIATED'])
export type PartnershipType = Static<typeof PartnershipType>

/** The three lines of action of the department. */
export const Pillar = Type.Enum(['MEASURES', 'PHYSICAL_NETWORK', 'DIGITAL_NETWORK'])
export type Pillar = Static<typeof Pillar>

/** The place of the action in the project cycle: `docs/domain/words.md`. */
export const ProjectPhase = Type.Enum([
  'NEEDS_ANALYSIS',
  'DRAFT_CALL',
  'PUBLICATION',
  'SELECTION',
  'AGREEMENT',
  'IMPLEMENTATION',
  'MONITORING',
  'INSPECTION',
  'EVALUATION',
])
export type ProjectPhase = Static<typeof ProjectPhase>

/** The call a private partner was selected in. */
export const CallForProposals = Type.Object({
  reference: Code,
  title: BilingualText,
  publishedOn: IsoDate,
  /** Last day to hand in. */
  closedOn: IsoDate,
  /** Day on which the management board approved the convention. */
  decidedOn: orNull(IsoDate),
})
export type CallForProposals = Static<typeof CallForProposals>

/** A text annexed to the convention and part of it: the specifications, the financial guide. */
export const CallSpecification = Type.Object({
  reference: Code,
  kind: Type.Enum(['SPECIFICATION', 'FINANCIAL_GUIDE']),
  title: BilingualText,
  version: Text,
  date: IsoDate,
})
export type CallSpecification = Static<typeof CallSpecification>

export const Amendment = Type.Object({
  no: Type.Integer({ minimum: 1 }),
  date: IsoDate,
  title: BilingualText,
  changes: BilingualText,
  gdpr: Type.Boolean(),
  /** Numbers of the clauses it changes. */
  clauses: Type.Array(ClauseNumber),
})
export type Amendment = Static<typeof Amendment>

/** An agreement on one object under the convention, such as the lending of rooms or a shared file. */
export const SpecificAgreement = Type.Object({
  reference: Code,
  date: IsoDate,
  title: BilingualText,
  subject: BilingualText,
})
export type SpecificAgreement = Static<typeof SpecificAgreement>
