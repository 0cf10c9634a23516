import type { AnswerValue, ControlGrid, ControlPoint, Progress } from '#domain/checklist/control-grid.ts'
import type { SectionCode } from '#domain/convention/convention.ts'
import type { Answer } from '#domain/inspection/inspection.ts'

/** What is already recorded on the points, as far as progress and completeness need it. */
export type AnswerState = Pick<Answer, 'pointCode' | 'value' | 'progress' | 'comment'>

/** How a point looks in the list: its result and how far the work on it is are two separate things. */
export interface PointStatus {
  readonly point: ControlPoint
  readonly value: AnswerValue | null
  readonly progress: Progress
  /** Something the report needs is still missing on this point. */
  readonly lacks: PointLack | null
}

/** What may be missing on a point, in the order an inspector meets it. */
export type PointLack = 'unanswered' | 'unexplained' | 'not-applicable-unexplained' | 'in-progress'

/** A section of the grid with its points and the count shown beside its name, `4/6`. */
export interface SectionStatus {
  readonly code: SectionCode
  readonly answered: number
  readonly total: number
  readonly complete: boolean
  readonly points: readonly PointStatus[]
}

/**
 * What is missing on one point: an answer, the reason of a failure (a finding or a comment), the reason of
 * "not applicable" (a comment), or the inspector's own word that the work on it is over.
 */
export function pointLack(answer: AnswerState | undefined, hasFinding: boolean): PointLack | null {
  if (!answer || answer.value === null) return 'unanswered'
  const explained = answer.comment.trim() !== ''
  if (answer.value === 'NA' && !explained) return 'not-applicable-unexplained'
  if ((answer.value === 'NO' || answer.value === 'PARTIAL') && !explained && !hasFinding) return 'unexplained'
  return answer.progress === 'DONE' ? null : 'in-progress'
}

/**
 * The grid with the state of each point, section by section in the order of the convention.
 * @param pointsWithFinding codes of the points that a finding outside the bin speaks of
 */
export function sectionStatuses(
  grid: ControlGrid,
  answers: readonly AnswerState[],
  pointsWithFinding: ReadonlySet<string>,
): SectionStatus[] {
  const byPoint = new Map(answers.map((answer) => [answer.pointCode, answer]))
  const all = grid.points.map((point) => pointStatus(point, byPoint.get(point.code), pointsWithFinding))
  return grid.sections.map(({ code }) => {
    const points = all.filter((status) => status.point.section === code)
    return {
      code,
      answered: points.filter((status) => status.value !== null).length,
      total: points.length,
      complete: points.every((status) => status.lacks === null),
      points,
    }
  })
}

function pointStatus(
  point: ControlPoint,
  answer: AnswerState | undefined,
  pointsWithFinding: ReadonlySet<string>,
): PointStatus {
  return {
    point,
    value: answer?.value ?? null,
    progress: answer?.progress ?? 'TODO',
    lacks: pointLack(answer, pointsWithFinding.has(point.code)),
  }
}

/**
 * The progress that follows from giving an answer: a first answer ends the work on the point, because asking
 * for a second click on each of 58 points would be noise; one who set "in progress" keeps it.
 */
export function progressAfterAnswer(before: Progress, value: AnswerValue | null): Progress {
  if (value === null) return before === 'DONE' ? 'DOING' : before
  return before === 'TODO' ? 'DONE' : before
}

/** The progress that follows from writing a comment: a point one has written about has been started. */
export function progressAfterComment(before: Progress, comment: string): Progress {
  return before === 'TODO' && comment.trim() !== '' ? 'DOING' : before
}
