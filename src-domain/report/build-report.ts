import { FindingSeverity, type Finding } from '#domain/finding/finding.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { isObstructed } from '#domain/inspection/refusal.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import type { ReportSample } from '#domain/report/numbers-model.ts'
import { maskNationalNumbers } from '#domain/report/mask-national-numbers.ts'
import { printConvention } from '#domain/report/print-convention.ts'
import { printEvidence } from '#domain/report/print-finding.ts'
import { printRefusal } from '#domain/report/print-refusal.ts'
import { printSections } from '#domain/report/print-sections.ts'
import { printOpinion } from '#domain/report/print-opinion.ts'
import { printSample } from '#domain/report/print-sample.ts'
import { printProblem } from '#domain/report/print-problem.ts'
import { printSettlement } from '#domain/report/print-settlement.ts'
import { printWords, type Words } from '#domain/report/print-words.ts'
import type { ReportInput } from '#domain/report/report-input.ts'
import type { ReportListing, ReportModel } from '#domain/report/report-model.ts'

/** Calendar days a partner has to reply to the findings (`docs/domain/workflow.md`). */
export const REPLY_DAYS = 15

/**
 * What the report prints, in the partner's language. Binned findings and evidence stay out; every other finding
 * stands in exactly one section and every control point in its own. National numbers typed into a text are masked.
 */
export function buildReport(everything: ReportInput): ReportModel {
  const words = printWords(everything.print, everything.inspection.language, everything.areas)
  const input = { ...everything, findings: kept(everything.findings), evidence: kept(everything.evidence) }
  const model: ReportModel = {
    format: 'constat-report/1',
    ...printIdentity(input),
    ...printConvention(input.convention, words),
    ...printVisit(input, words),
    refusal: printRefusal(input, words),
    counts: countFindings(input.findings, words),
    replyDays: REPLY_DAYS,
    scope: printScope(input),
    examined: printExamined(input),
    listings: input.listings.map((listing) => printListing(listing, words)),
    sections: printSections(input, words),
    ...printNumbers(input, words),
    evidence: input.evidence.map((piece) => printEvidence(piece, input.findings, input.printable, words)),
  }
  return maskNationalNumbers(model, words.text('maskedNumber'))
}

/** Those outside the bin, in the order of their numbers. */
function kept<T extends { binned: boolean; number: number }>(items: readonly T[]): T[] {
  return items.filter(({ binned }) => !binned).sort((a, b) => a.number - b.number)
}

function printIdentity({ inspection, version, createdAt, organisation }: ReportInput) {
  return {
    inspectionId: inspection.id,
    reference: inspection.reference,
    version,
    supersedes: version > 1 ? version - 1 : null,
    language: inspection.language,
    createdAt,
    organisation,
    inspector: inspection.inspectorName,
  }
}

function printVisit({ inspection }: ReportInput, words: Words) {
  const { summary, limits, conclusion, independenceDeclared } = inspection
  return {
    visit: {
      date: words.day(inspection.visitDate),
      place: inspection.visitPlace,
      announced: inspection.announced,
      personsMet: inspection.personsMet,
    },
    ...{ summary, limits, conclusion, independenceDeclared },
    assessment: printAssessment(inspection, words),
  }
}

function printAssessment(inspection: Inspection, words: Words): string {
  const { overallAssessment } = inspection
  if (overallAssessment !== null) return words.text(`assessment.${overallAssessment}`)
  return isObstructed(inspection) ? words.text('obstruction.noAssessment') : ''
}

function printScope({ grid, answers }: ReportInput): ReportModel['scope'] {
  const answered = new Set(answers.flatMap(({ pointCode, value }) => (value === null ? [] : [pointCode])))
  const points = grid.points.filter(({ code }) => answered.has(code))
  return {
    ...{ grid: grid.version, points: grid.points.length, answered: points.length },
    ...{ sections: grid.sections.length, touched: new Set(points.map(({ section }) => section)).size },
  }
}

/** Said only of rows that exist. */
function printExamined({ inspection, listings }: ReportInput): ReportModel['examined'] {
  const { rejectedRowsExamined = false, suspiciousRowsExamined = false } = inspection
  return {
    rejected: rejectedRowsExamined && listings.some(({ rejected }) => rejected > 0),
    suspicious: suspiciousRowsExamined && listings.some(({ suspicious }) => suspicious > 0),
  }
}

/** Positive points are counted apart; the amount is the sum over all that carry one. */
function countFindings(findings: readonly Finding[], words: Words): ReportModel['counts'] {
  const negative = findings.filter(({ positive }) => !positive)
  const severities = [...FindingSeverity.enum].reverse()
  const bySeverity = severities.map((severity): [string, number] => [
    words.text(`severity.${severity}`),
    negative.filter((finding) => finding.severity === severity).length,
  ])
  return {
    findings: negative.length,
    positive: findings.length - negative.length,
    bySeverity,
    amount: findings.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  }
}

/**
 * Samples in the order of their numbers, and the settlement or why there is none. A refused access is why a sample is
 * not evaluated; and then no settlement is proposed, unless the inspector decided on one all the same.
 */
function printNumbers(input: ReportInput, words: Words) {
  const { samples, settled, decided, convention, findings, createdAt, inspection } = input
  const ordered = samples.toSorted((a, b) => a.sample.number - b.sample.number)
  const records = ordered.map(({ sample }) => sample)
  const on = createdAt.slice(0, 10)
  const surroundings = { convention, findings, decided, samples: records, on }
  const obstructed = isObstructed(inspection)
  const value = settled.ok ? settled.value : null
  const withheld = obstructed && decided === null && !(settled.ok && value === null)
  const problem = settled.ok ? '' : printProblem('settlement.notComputed', settled.error, words)
  return {
    samples: ordered
      .map((checked) => printSample(checked, surroundings, words))
      .map((sample) => (obstructed ? refuseEvaluation(sample, words) : sample)),
    opinion: obstructed ? null : printOpinion(ordered, words),
    settlement: value && !withheld ? printSettlement(value, surroundings, words) : null,
    settlementProblem: withheld ? words.text('obstruction.noSettlement') : problem,
  }
}

function refuseEvaluation(sample: ReportSample, words: Words): ReportSample {
  const problem = `${words.text('sample.notEvaluated')} ${words.text('obstruction.reason')}`
  return sample.evaluation ? sample : { ...sample, problem }
}

function printListing(listing: PackageListing, words: Words): ReportListing {
  const { source, read, accepted, rejected, suspicious } = listing
  return {
    name: words.text(`listing.${listing.listing}`),
    fileName: source.fileName,
    sha256: source.sha256,
    extractedOn: words.day(source.extractedOn),
    ...{ read, accepted, rejected, suspicious },
  }
}
