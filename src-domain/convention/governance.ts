import { Type, type Static } from 'typebox'
import { BilingualText, Code, IsoDate, orNull, Text } from '#domain/convention/basics.ts'

export const Member = Type.Object({
  name: Text,
  role: Text,
  organisation: Text,
})
export type Member = Static<typeof Member>

/** The body that steers the measure. */
export const GovernanceBody = Type.Object({
  name: BilingualText,
  mission: BilingualText,
  members: Type.Array(Member),
})
export type GovernanceBody = Static<typeof GovernanceBody>

/** A meeting of the steering committee; without a reference there are no minutes of it. */
export const CommitteeMeeting = Type.Object({
  date: IsoDate,
  minutesReference: orNull(Code),
  decisions: BilingualText,
})
export type CommitteeMeeting = Static<typeof CommitteeMeeting>

/** The committee that follows the convention. */
export const SteeringCommittee = Type.Object({
  meetingsPerYear: Type.Integer({ minimum: 0 }),
  members: Type.Array(Member),
  meetings: Type.Array(CommitteeMeeting),
})
export type SteeringCommittee = Static<typeof SteeringCommittee>
