import type { ControlPoint } from '#domain/checklist/control-grid.ts'
import { evidenceLabel } from '#domain/finding/numbering.ts'
import { isObstructed } from '#domain/inspection/refusal.ts'
import { printFinding } from '#domain/report/print-finding.ts'
import { groupBy } from '#domain/report/group-by.ts'
import type { Words } from '#domain/report/print-words.ts'
import type { ReportInput } from '#domain/report/report-input.ts'
import type { ReportFinding, ReportPoint, ReportSection } from '#domain/report/report-model.ts'

/** The code under which findings stand that belong to no control point of the grid. */
export const GENERAL_SECTION = 'GEN'

/**
 * The sections in the order of the grid, each with its points and the findings that stand on them; findings on
 * no known point follow in a general section. So every finding and every point is printed exactly once.
 */
export function printSections(input: ReportInput, words: Words): ReportSection[] {
  const sections = input.grid.sections.map(({ code, label }) => ({
    code,
    title: words.pick(label),
    ...printPoints(input, code, words),
    findings: findingsOf(input, code, words),
  }))
  const general = findingsOf(input, GENERAL_SECTION, words)
  if (general.length === 0) return sections
  const title = words.text('generalFindings')
  return [
    ...sections,
    { code: GENERAL_SECTION, title, tally: [], notExamined: 0, points: [], findings: general },
  ]
}

function findingsOf(input: ReportInput, section: string, words: Words): ReportFinding[] {
  const sectionOf = new Map(input.grid.points.map((point) => [point.code, point.section as string]))
  return input.findings
    .filter(({ pointCode }) => (sectionOf.get(pointCode ?? '') ?? GENERAL_SECTION) === section)
    .map((finding) => printFinding(finding, section, input.evidence, words))
}

function printPoints(input: ReportInput, section: string, words: Words) {
  const points = input.grid.points
    .filter((point) => point.section === section)
    .map((point) => printPoint(point, input, words))
  const refused = isObstructed(input.inspection) ? words.text('answer.REFUSED') : null
  const examined = points.filter(({ answer }) => answer !== refused)
  const tally = [...groupBy(examined, ({ answer }) => answer)].map(([answer, same]): [string, number] => [
    answer,
    same.length,
  ])
  return { points, tally, notExamined: points.length - examined.length }
}

function printPoint(point: ControlPoint, input: ReportInput, words: Words): ReportPoint {
  const given = input.answers.find(({ pointCode }) => pointCode === point.code)
  const open = isObstructed(input.inspection) ? 'REFUSED' : 'OPEN'
  return {
    code: point.code,
    label: words.pick(point.label),
    answer: words.text(`answer.${given?.value ?? open}`),
    comment: given?.comment ?? '',
    evidence: input.evidence
      .filter(({ pointCode, findingId }) => pointCode === point.code && findingId === null)
      .map(({ number }) => evidenceLabel(number)),
  }
}
