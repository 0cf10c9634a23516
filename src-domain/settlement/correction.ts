import { Type, type Static } from 'typebox'

/** A correction that no single row bears, for instance a flat one. */
export const Correction = Type.Object({
  cause: Type.String({ minLength: 1 }),
  amount: Type.Integer({ minimum: 0 }),
  findings: Type.Array(Type.String()),
})
export type Correction = Static<typeof Correction>
