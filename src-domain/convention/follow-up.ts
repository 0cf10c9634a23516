import { Type, type Static } from 'typebox'
import { BilingualText, Code, IsoDate, orNull, Text } from '#domain/convention/basics.ts'
import { ClauseNumber, PointCode } from '#domain/convention/sections.ts'

/** An indicator is agreed in the convention, serves the daily work, or measures one worker. */
export const IndicatorLevel = Type.Enum(['AGREED', 'OPERATIONAL', 'INDIVIDUAL'])
export type IndicatorLevel = Static<typeof IndicatorLevel>

export const Indicator = Type.Object({
  code: Code,
  label: BilingualText,
  level: IndicatorLevel,
  kind: Type.Enum(['OUTPUT', 'RESULT']),
  target: Type.Number({ minimum: 0 }),
  threshold: Type.Number({ minimum: 0 }),
  declared: orNull(Type.Number()),
  unit: Text,
})
export type Indicator = Static<typeof Indicator>

/** A time limit of the convention: a day, or a number of days after an event. */
export const ContractualDeadline = Type.Object({
  code: Code,
  label: BilingualText,
  dueDate: orNull(IsoDate),
  days: orNull(Type.Integer({ minimum: 0 })),
  counting: Type.Enum(['CALENDAR', 'WORKING']),
  /** What the days run from; empty for a fixed day. */
  event: BilingualText,
  clause: orNull(ClauseNumber),
})
export type ContractualDeadline = Static<typeof ContractualDeadline>

export const Recommendation = Type.Object({
  no: Type.Integer({ minimum: 1 }),
  text: BilingualText,
  point: orNull(PointCode),
  dueDate: orNull(IsoDate),
  status: Type.Enum(['OPEN', 'IN_PROGRESS', 'IMPLEMENTED', 'DROPPED']),
})
export type Recommendation = Static<typeof Recommendation>

/** An earlier inspection of this convention or of the one before it. */
export const PreviousInspection = Type.Object({
  reference: Code,
  date: IsoDate,
  conclusion: BilingualText,
  recommendations: Type.Array(Recommendation),
})
export type PreviousInspection = Static<typeof PreviousInspection>

/** True while a recommendation still asks for something. */
export const isOpen = ({ status }: Recommendation): boolean => status === 'OPEN' || status === 'IN_PROGRESS'
