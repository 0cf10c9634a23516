import type { Convention } from '#domain/convention/convention.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'

/** What is decided when an inspection is planned. */
export type PlannedFacts = Pick<
  Inspection,
  'id' | 'reference' | 'inspectorId' | 'inspectorName' | 'plannedDate'
>

/** An inspection's first record: what is planned, what the convention says, and nothing recorded yet. */
export function newInspection(
  planned: PlannedFacts,
  { agreementNo, partner, measureCode, language }: Convention,
): Inspection {
  return { ...planned, agreementNo, partnerName: partner.name, measureCode, language, ...NOTHING_RECORDED }
}

const NOTHING_RECORDED = {
  state: 'ASSIGNED',
  visitDate: null,
  visitPlace: '',
  announced: null,
  personsMet: '',
  limits: '',
  summary: '',
  conclusion: '',
  overallAssessment: null,
  independenceDeclared: false,
} as const

/**
 * The reference of an inspection that a laptop makes without the office: as the office writes them, with the end of the
 * inspection's id as its number, so that two laptops never give the same.
 */
export function localReference(
  { id, inspectorName, plannedDate }: Omit<PlannedFacts, 'reference'>,
  { agreementNo, measureCode }: Pick<Convention, 'agreementNo' | 'measureCode'>,
): string {
  const initials = inspectorName
    .split(/[\s-]+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
  return `RI/${measureCode}/${agreementNo}/${plannedDate.slice(0, 4)}-L${id.slice(-6).toUpperCase()}/${initials}`
}
