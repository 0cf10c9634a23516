import type { Acknowledgement } from '#domain/report/report-version.ts'
import { drawingSvg, type Stroke } from '#renderer/features/report/drawing.ts'

/** What the partner's representative is doing on the screen; in memory only until the report is signed. */
export interface AcknowledgementDraft {
  readonly kind: 'SIGNED' | 'REFUSED' | null
  readonly name: string
  readonly function: string
  readonly remark: string
  readonly reason: string
  readonly strokes: readonly Stroke[]
}

export type DraftField = 'kind' | 'name' | 'function' | 'strokes' | 'reason'

export const emptyDraft: AcknowledgementDraft = {
  kind: null,
  name: '',
  function: '',
  remark: '',
  reason: '',
  strokes: [],
}

/** What is still missing, in the order of the screen: a signature needs a name, a function and a hand; a refusal a reason. */
export function missingOf(draft: AcknowledgementDraft): DraftField[] {
  const blank = (field: 'name' | 'function' | 'reason'): boolean => draft[field].trim() === ''
  if (draft.kind === null) return ['kind']
  if (draft.kind === 'REFUSED') return blank('reason') ? ['reason'] : []
  return [
    ...(blank('name') ? (['name'] as const) : []),
    ...(blank('function') ? (['function'] as const) : []),
    ...(draft.strokes.length === 0 ? (['strokes'] as const) : []),
  ]
}

/** The acknowledgement as it is sealed into the report; asking for it while something is missing is a bug. */
export function toAcknowledgement(draft: AcknowledgementDraft): Acknowledgement {
  if (missingOf(draft).length > 0) throw new Error('The acknowledgement is not complete')
  const who = { name: draft.name.trim(), function: draft.function.trim() }
  return draft.kind === 'REFUSED'
    ? { kind: 'REFUSED', ...who, reason: draft.reason.trim() }
    : { kind: 'SIGNED', ...who, remark: draft.remark.trim(), drawingSvg: drawingSvg(draft.strokes) }
}
