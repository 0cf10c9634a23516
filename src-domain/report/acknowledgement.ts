import { Type, type Static } from 'typebox'

const MAX_NAME = 120
const Name = Type.String({ maxLength: MAX_NAME })
const GivenName = Type.String({ minLength: 1, maxLength: MAX_NAME })
const Words = Type.String({ maxLength: 2000 })
const GivenWords = Type.String({ minLength: 1, maxLength: 2000 })

/** What becomes of the partner's copy of a report that the partner has not signed. */
export const CopyWay = Type.Enum(['LEFT', 'POST', 'EMAIL', 'NONE'])
export type CopyWay = Static<typeof CopyWay>

/** With whom the copy is left, or where it goes: a name, an address. */
const CopyTo = Type.String({ maxLength: 200 })
const Copy = { copy: CopyWay, copyTo: CopyTo }

/**
 * What the partner's representative did with the report. Signing acknowledges receipt and is no agreement; whoever does
 * not sign has refused, was absent, was unable to, or replies later. Records of a refusal made before the copy was asked
 * for have none.
 */
export const Acknowledgement = Type.Union([
  Type.Object({
    kind: Type.Literal('SIGNED'),
    name: GivenName,
    function: GivenName,
    remark: Words,
    /** The strokes as one SVG path list, at most 200 kB; no times, no pressure. */
    drawingSvg: Type.String({ maxLength: 200_000 }),
  }),
  Type.Object({
    kind: Type.Literal('REFUSED'),
    name: Name,
    function: Name,
    reason: GivenWords,
    copy: Type.Optional(CopyWay),
    copyTo: Type.Optional(CopyTo),
  }),
  /** `name` was expected; `remark` tells the circumstances. */
  Type.Object({ kind: Type.Literal('ABSENT'), name: GivenName, function: Name, remark: Words, ...Copy }),
  /** `reason` keeps `name` from signing; `present` names who else was there. */
  Type.Object({
    kind: Type.Literal('UNABLE'),
    name: GivenName,
    function: Name,
    reason: GivenWords,
    present: Words,
    ...Copy,
  }),
  Type.Object({
    kind: Type.Literal('REPLY_LATER'),
    name: GivenName,
    function: GivenName,
    remark: Words,
    ...Copy,
  }),
])
export type Acknowledgement = Static<typeof Acknowledgement>

/** The five outcomes, in the order they are offered. */
export const OUTCOMES = ['SIGNED', 'REFUSED', 'ABSENT', 'UNABLE', 'REPLY_LATER'] as const
export type Outcome = Acknowledgement['kind']

const AcknowledgementFields = Type.Object({
  kind: Type.Enum([...OUTCOMES]),
  name: Type.String(),
  function: Type.String(),
  /** The remark, the circumstances, or the reason. */
  remark: Type.String(),
  present: Type.Optional(Words),
  copy: Type.Optional(CopyWay),
  copyTo: Type.Optional(CopyTo),
  /** Calendar days to reply, from receipt, of one who replies later. */
  replyDays: Type.Optional(Type.Integer({ minimum: 1 })),
})
export type AcknowledgementRecord = Static<typeof AcknowledgementFields>

/** What a report's record keeps of it, the drawing apart: that stays in the signed file only. */
export const AcknowledgementRecord = Type.Refine(AcknowledgementFields, tellsWhole)

/** Whether all is there that the sentence of an outcome needs; a signature and a refusal are as earlier releases made them. */
function tellsWhole({ kind, name, remark, copy, replyDays }: AcknowledgementRecord): boolean {
  if (kind === 'SIGNED' || kind === 'REFUSED') return true
  const isNamed = name.trim() !== '' && name.length <= MAX_NAME && copy !== undefined
  if (kind === 'UNABLE') return isNamed && remark.trim() !== ''
  return isNamed && (kind === 'ABSENT' || replyDays !== undefined)
}

/** The acknowledgement as its report's record keeps it; `replyDays` is the term that the report prints. */
export function recordAcknowledgement(given: Acknowledgement, replyDays: number): AcknowledgementRecord {
  switch (given.kind) {
    case 'SIGNED': {
      const { kind, name, function: role, remark } = given
      return { kind, name, function: role, remark }
    }
    case 'REFUSED':
    case 'UNABLE': {
      const { reason, ...kept } = given
      return { ...kept, remark: reason }
    }
    case 'ABSENT':
      return given
    case 'REPLY_LATER':
      return { ...given, replyDays }
  }
}
