import type { ControlGrid } from '#domain/checklist/control-grid.ts'
import { pointLack, type AnswerState, type PointLack } from '#domain/checklist/progress.ts'
import { findingGaps } from '#domain/finding/finding-gaps.ts'
import type { Evidence, Finding } from '#domain/finding/finding.ts'
import { evidenceLabel } from '#domain/finding/numbering.ts'
import { isTaken, takenOn } from '#domain/finding/taken-on.ts'
import type { Gap, Place, PointField, VisitField } from '#domain/inspection/gap.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { isObstructed, visitEnd } from '#domain/inspection/refusal.ts'

export type { Gap, Place, VisitField }

/** All that is recorded on one inspection, the bin included. */
export interface InspectionFile {
  readonly inspection: Inspection
  readonly grid: ControlGrid
  readonly answers: readonly AnswerState[]
  readonly findings: readonly Finding[]
  readonly evidence: readonly Evidence[]
}

/**
 * All that is still to be done before the report may be signed: visit, points, findings, evidence, coherence. Where
 * access was refused the refusal is to be told; the grid, a summary and an assessment need not be given.
 */
export function findGaps(file: InspectionFile): Gap[] {
  const findings = file.findings.filter((finding) => !finding.binned)
  return [
    ...visitGaps(file.inspection),
    ...pointGaps(file, findings),
    ...findings.flatMap(findingGaps),
    ...evidenceGaps(file.evidence),
    ...assessmentGaps(file.inspection, findings),
    ...answerGaps(file.answers, findings),
  ]
}

/** True when nothing holds the signature back. */
export const canSign = (gaps: readonly Gap[]): boolean => gaps.every((gap) => gap.weight === 'advice')

const visit = (field: VisitField, code: string, weight: Gap['weight'] = 'missing'): Gap => ({
  code,
  weight,
  place: { kind: 'visit', field },
  label: '',
})

function visitGaps(inspection: Inspection): Gap[] {
  const held = !isObstructed(inspection)
  const blank = (field: 'visitPlace' | 'personsMet' | 'summary' | 'conclusion'): boolean =>
    inspection[field].trim() === ''
  return [
    ...(inspection.visitDate === null ? [visit('visitDate', 'visit-date')] : []),
    ...(blank('visitPlace') ? [visit('visitPlace', 'visit-place')] : []),
    ...(inspection.announced === null ? [visit('announced', 'announced', 'advice')] : []),
    ...(held ? [] : refusalGaps(inspection)),
    ...(held && blank('personsMet') ? [visit('personsMet', 'persons-met')] : []),
    ...(inspection.independenceDeclared ? [] : [visit('independenceDeclared', 'independence')]),
    ...(held && blank('summary') ? [visit('summary', 'summary')] : []),
    ...(held && inspection.overallAssessment === null ? [visit('overallAssessment', 'assessment')] : []),
    ...(blank('conclusion') ? [visit('conclusion', 'conclusion')] : []),
  ]
}

/** What a report of a refused access must tell: when, who, what was refused and what was said. Witnesses there may be none. */
function refusalGaps(inspection: Inspection): Gap[] {
  const { refusedAt, refusedBy, refusedAccess, refusalWords } = visitEnd(inspection)
  return [
    ...(refusedAt === '' ? [visit('refusedAt', 'refused-at')] : []),
    ...(refusedBy.trim() === '' ? [visit('refusedBy', 'refused-by')] : []),
    ...(refusedAccess.length === 0 ? [visit('refusedAccess', 'refused-access')] : []),
    ...(refusalWords.trim() === '' ? [visit('refusalWords', 'refusal-words')] : []),
  ]
}

const point = (pointCode: string, field: PointField, code: string, weight: Gap['weight']): Gap => ({
  code,
  weight,
  place: { kind: 'point', pointCode, field },
  label: pointCode,
})

const POINT_GAP: Readonly<Record<PointLack, readonly [PointField, string]>> = {
  unanswered: ['answer', 'point-unanswered'],
  unexplained: ['comment', 'point-unexplained'],
  'not-applicable-unexplained': ['comment', 'point-na-unexplained'],
  'in-progress': ['progress', 'point-in-progress'],
}

function pointGaps({ inspection, grid, answers }: InspectionFile, findings: readonly Finding[]): Gap[] {
  const byPoint = new Map(answers.map((answer) => [answer.pointCode, answer]))
  const withFinding = new Set(findings.map((finding) => finding.pointCode))
  return grid.points.flatMap(({ code }) => {
    const lack = pointLack(byPoint.get(code), withFinding.has(code))
    if (lack === null || (lack === 'unanswered' && isObstructed(inspection))) return []
    return [point(code, ...POINT_GAP[lack], 'missing')]
  })
}

/** A piece without a caption, or a picture without the day it was taken on, says little in the index. */
function evidenceGaps(evidence: readonly Evidence[]): Gap[] {
  const gap = (piece: Evidence, code: string, field: 'caption' | 'capturedOn'): Gap => ({
    code,
    weight: 'advice',
    place: { kind: 'evidence', evidenceId: piece.id, field },
    label: evidenceLabel(piece.number),
  })
  return evidence
    .filter((piece) => !piece.binned)
    .flatMap((piece) => [
      ...(piece.caption.trim() === '' ? [gap(piece, 'evidence-caption', 'caption')] : []),
      ...(isTaken(piece) && takenOn(piece) === null ? [gap(piece, 'evidence-date', 'capturedOn')] : []),
    ])
}

/** The assessment must agree with the findings; a refused access leaves none that says it works. */
function assessmentGaps(inspection: Inspection, findings: readonly Finding[]): Gap[] {
  const { overallAssessment } = inspection
  const negative = findings.filter((finding) => !finding.positive)
  const has = (...severities: Finding['severity'][]): boolean =>
    negative.some((finding) => severities.includes(finding.severity))
  const incoherent = (code: string): Gap[] => [visit('overallAssessment', code, 'incoherent')]
  if (isObstructed(inspection)) {
    const works = overallAssessment === 'WORKS_WELL' || overallAssessment === 'WORKS_SOME_IMPROVEMENT'
    return works ? incoherent('works-with-refusal') : []
  }
  switch (overallAssessment) {
    case 'WORKS_WELL':
      return has('HIGH', 'CRITICAL') ? incoherent('works-well-with-serious') : []
    case 'WORKS_SOME_IMPROVEMENT':
      return has('CRITICAL') ? incoherent('works-with-critical') : []
    case 'DOES_NOT_WORK':
      return has('HIGH', 'CRITICAL') ? [] : incoherent('fails-without-serious')
    case 'WORKS_PARTIALLY':
    case null:
      return []
  }
}

/** A point answered yes or not applicable does not go with a finding of a failure on it. */
function answerGaps(answers: readonly AnswerState[], findings: readonly Finding[]): Gap[] {
  const failing = new Set(findings.filter((finding) => !finding.positive).map((finding) => finding.pointCode))
  return answers
    .filter(({ pointCode, value }) => (value === 'YES' || value === 'NA') && failing.has(pointCode))
    .map(({ pointCode, value }) =>
      value === 'NA'
        ? point(pointCode, 'answer', 'point-na-with-finding', 'incoherent')
        : point(pointCode, 'answer', 'point-yes-with-finding', 'advice'),
    )
}
