import type { OutputOf } from '#bridge/contract.ts'

/** What a check of a PDF's signatures found: the answer to `pdf:verify`. */
export type Verification = OutputOf<'pdf:verify'>
export type SignatureCheck = Verification['signatures'][number]
export type LaterChange = SignatureCheck['laterChanges'][number]
