import { progressAfterAnswer, progressAfterComment } from '#domain/checklist/progress.ts'
import type { AnswerValue, Progress } from '#domain/checklist/control-grid.ts'
import { answerId } from '#domain/inspection/answer-id.ts'
import type { Answer } from '#domain/inspection/inspection.ts'
import type { Result } from '#domain/result.ts'
import { getRecord, saveRecord } from '#renderer/db/records.ts'

type Change = (before: Answer) => Partial<Answer>

/** Answers are written one after the other, so that two fields of a new answer never both create it. */
let last: Promise<unknown> = Promise.resolve()

function saveAnswer(inspectionId: string, pointCode: string, change: Change): Promise<Result<null>> {
  const saving = last.then(() => write(inspectionId, pointCode, change))
  last = saving.catch(() => undefined)
  return saving
}

async function write(inspectionId: string, pointCode: string, change: Change): Promise<Result<null>> {
  const id = answerId(inspectionId, pointCode)
  const before = await getRecord('answer', id)
  const blank: Answer = { id, inspectionId, pointCode, value: null, progress: 'TODO', comment: '' }
  const patch = before ? change(before) : { ...blank, ...change(blank) }
  return saveRecord('answer', inspectionId, id, patch)
}

/** Records the result of a point; null takes it back. The progress follows (`progressAfterAnswer`). */
export const saveValue = (inspectionId: string, pointCode: string, value: AnswerValue | null) =>
  saveAnswer(inspectionId, pointCode, ({ progress }) => ({
    value,
    progress: progressAfterAnswer(progress, value),
  }))

/** Records how far the work on a point is; the result stays as it is. */
export const saveProgress = (inspectionId: string, pointCode: string, progress: Progress) =>
  saveAnswer(inspectionId, pointCode, () => ({ progress }))

/** Records the comment of a point. */
export const saveComment = (inspectionId: string, pointCode: string, comment: string) =>
  saveAnswer(inspectionId, pointCode, ({ progress }) => ({
    comment,
    progress: progressAfterComment(progress, comment),
  }))
