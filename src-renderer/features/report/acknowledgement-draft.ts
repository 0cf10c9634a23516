import { Type, type Static } from 'typebox'
import { CopyWay, OUTCOMES, type Acknowledgement } from '#domain/report/acknowledgement.ts'
import { orNull } from '#domain/convention/basics.ts'
import { drawingSvg, Stroke } from '#renderer/features/report/drawing.ts'

/** What is noted of the partner's representative until the report is signed; every outcome has its own part of it. */
export const AcknowledgementDraft = Type.Object({
  kind: orNull(Type.Enum([...OUTCOMES])),
  name: Type.String(),
  function: Type.String(),
  remark: Type.String(),
  reason: Type.String(),
  present: Type.String(),
  copy: orNull(CopyWay),
  copyTo: Type.String(),
  strokes: Type.Array(Stroke),
  /** Hash of the report's content that lay before whoever drew; null while nothing is drawn. */
  drawnOn: orNull(Type.String()),
})
export type AcknowledgementDraft = Static<typeof AcknowledgementDraft>

export type DraftField = 'kind' | 'name' | 'function' | 'strokes' | 'reason' | 'copy'

export const emptyDraft: AcknowledgementDraft = {
  kind: null,
  ...{ name: '', function: '', remark: '', reason: '', present: '' },
  ...{ copy: null, copyTo: '', strokes: [], drawnOn: null },
}

/** What each outcome needs, in the order of the screen. */
const NEEDED: Readonly<Record<Acknowledgement['kind'], readonly DraftField[]>> = {
  SIGNED: ['name', 'function', 'strokes'],
  REFUSED: ['reason', 'copy'],
  ABSENT: ['name', 'copy'],
  UNABLE: ['name', 'reason', 'copy'],
  REPLY_LATER: ['name', 'function', 'copy'],
}

/** True for a drawing made under another content than this one: it may not be sealed under it. */
export const isOlder = ({ strokes, drawnOn }: AcknowledgementDraft, content: string): boolean =>
  strokes.length > 0 && drawnOn !== content

/** What is still missing for a report of this content, in the order of the screen. */
export function missingOf(draft: AcknowledgementDraft, content: string): DraftField[] {
  if (draft.kind === null) return ['kind']
  const isMissing = (field: DraftField): boolean => {
    if (field === 'strokes') return draft.strokes.length === 0 || isOlder(draft, content)
    return (draft[field] ?? '').trim() === ''
  }
  return NEEDED[draft.kind].filter(isMissing)
}

/** The acknowledgement as it is sealed into the report; asking for it while something is missing is a bug. */
export function toAcknowledgement(draft: AcknowledgementDraft, content: string): Acknowledgement {
  if (draft.kind === null || missingOf(draft, content).length > 0) {
    throw new Error('The acknowledgement is not complete')
  }
  const who = { name: draft.name.trim(), function: draft.function.trim() }
  const [remark, reason, present] = [draft.remark.trim(), draft.reason.trim(), draft.present.trim()]
  const copy = draft.copy ?? 'NONE'
  const given = { copy, copyTo: copy === 'NONE' ? '' : draft.copyTo.trim() }
  switch (draft.kind) {
    case 'SIGNED':
      return { kind: draft.kind, ...who, remark, drawingSvg: drawingSvg(draft.strokes) }
    case 'REFUSED':
      return { kind: draft.kind, ...who, reason, ...given }
    case 'UNABLE':
      return { kind: draft.kind, ...who, reason, present, ...given }
    case 'ABSENT':
    case 'REPLY_LATER':
      return { kind: draft.kind, ...who, remark, ...given }
  }
}
