import { Type, type Static } from 'typebox'

/** The listings whose rows claim a person or an hour. */
export const CLAIM_LISTINGS = ['participants', 'attendance', 'activities'] as const
export const ClaimListing = Type.Enum([...CLAIM_LISTINGS])
export type ClaimListing = Static<typeof ClaimListing>

/**
 * What one row claims: a person for a period (participants), a participant's hours (attendance), a counsellor's
 * hours (activities). Names nobody: `person` is a keyed hash.
 */
export const Claim = Type.Object({
  listing: ClaimListing,
  /** The row, as `rowLabel` names it. */
  row: Type.String(),
  person: Type.String(),
  /** From `start` up to but not at `end`: days since 1970 for participants, otherwise minutes. */
  start: Type.Number(),
  end: Type.Number(),
  measure: Type.String(),
})
export type Claim = Static<typeof Claim>

/** The claims of one package, as they are kept to compare others with. */
export const PackageClaims = Type.Object({ agreementNo: Type.String(), claims: Type.Array(Claim) })
export type PackageClaims = Static<typeof PackageClaims>

/** A row among all listings of a package. */
export const claimKey = (listing: string, row: string): string => `${listing}/${row}`
