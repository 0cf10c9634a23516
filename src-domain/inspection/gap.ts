import type { RefusalField } from '#domain/inspection/refusal.ts'

/** A field of the visit's details, as named in the record. */
export type VisitField =
  | RefusalField
  | 'visitDate'
  | 'visitPlace'
  | 'personsMet'
  | 'independenceDeclared'
  | 'summary'
  | 'conclusion'
  | 'overallAssessment'

/** Where on the screens something is to be done. */
export type Place =
  | { readonly kind: 'point'; readonly pointCode: string }
  | { readonly kind: 'finding'; readonly findingId: string }
  | { readonly kind: 'evidence'; readonly evidenceId: string }
  | { readonly kind: 'visit'; readonly field: VisitField }

/**
 * Something to do before signing. `missing` and `incoherent` hold the signature back, `advice` does not.
 * Its text is `gap.<code>` of the catalog `report`; `label` is the number or code of what it speaks of.
 */
export interface Gap {
  readonly code: string
  readonly weight: 'missing' | 'incoherent' | 'advice'
  readonly place: Place
  readonly label: string
}
