import { Type, type Static } from 'typebox'
import {
  Amendment,
  CallForProposals,
  CallSpecification,
  PartnershipType,
  Pillar,
  ProjectPhase,
  SpecificAgreement,
} from '#domain/convention/agreement.ts'
import { BilingualText, Code, IsoDate, orNull, ReportLanguage, Text } from '#domain/convention/basics.ts'
import { ConventionParameters, FinancingTerms } from '#domain/convention/financing.ts'
import { ContractualDeadline, Indicator, PreviousInspection } from '#domain/convention/follow-up.ts'
import { GovernanceBody, SteeringCommittee } from '#domain/convention/governance.ts'
import { Partner, PartnerStaffMember, Site } from '#domain/convention/partner.ts'
import { ConventionSection } from '#domain/convention/sections.ts'

export { PartnershipType } from '#domain/convention/agreement.ts'
export { BilingualText, IsoDate, ReportLanguage } from '#domain/convention/basics.ts'
export { ConventionParameters, FinancingMode } from '#domain/convention/financing.ts'
export { Site } from '#domain/convention/partner.ts'
export { Clause, ConventionSection, SECTION_CODES, SectionCode } from '#domain/convention/sections.ts'

/** One convention (grant agreement) as agreed and amended: `docs/domain/words.md`, `docs/domain/convention.md`. */
export const Convention = Type.Object({
  agreementNo: Type.String({ pattern: '^[A-Z0-9][A-Z0-9/_.-]{2,39}$' }),
  measureCode: Code,
  measureLabel: BilingualText,
  pillar: Pillar,
  /** The unit of the office that manages the measure. */
  ownerUnit: BilingualText,
  project: Text,
  projectPhase: ProjectPhase,
  partnershipType: PartnershipType,
  partner: Partner,
  language: ReportLanguage,
  legalBases: Type.Array(BilingualText),
  call: orNull(CallForProposals),
  specifications: Type.Array(CallSpecification),
  startDate: IsoDate,
  endDate: IsoDate,
  controlPeriod: Type.Object({ start: IsoDate, end: IsoDate }),
  sections: Type.Array(ConventionSection, { minItems: 13, maxItems: 13 }),
  amendments: Type.Array(Amendment),
  specificAgreements: Type.Array(SpecificAgreement),
  governanceBody: GovernanceBody,
  steeringCommittee: SteeringCommittee,
  staff: Type.Array(PartnerStaffMember),
  financing: FinancingTerms,
  indicators: Type.Array(Indicator),
  deadlines: Type.Array(ContractualDeadline),
  sites: Type.Array(Site),
  parameters: Type.Array(ConventionParameters, { minItems: 1 }),
  previousInspections: Type.Array(PreviousInspection),
})
export type Convention = Static<typeof Convention>
