import type { RefusalField } from '#domain/inspection/refusal.ts'

/** A field of the visit's details, as named in the record. */
export type VisitField =
  | RefusalField
  | 'visitDate'
  | 'visitPlace'
  | 'announced'
  | 'personsMet'
  | 'limits'
  | 'independenceDeclared'
  | 'summary'
  | 'conclusion'
  | 'overallAssessment'

/** A field of a point's form. */
export type PointField = 'answer' | 'progress' | 'comment'

/** A field of a finding's form, as named in the record. */
export type FindingField =
  | 'title'
  | 'criterion'
  | 'condition'
  | 'cause'
  | 'effect'
  | 'recommendation'
  | 'pointCode'
  | 'severity'
  | 'nature'
  | 'amount'

/** Where on the screens something is to be done: the field that lacks it. */
export type Place =
  | { readonly kind: 'point'; readonly pointCode: string; readonly field: PointField }
  | { readonly kind: 'finding'; readonly findingId: string; readonly field: FindingField }
  | { readonly kind: 'evidence'; readonly evidenceId: string; readonly field: 'caption' | 'capturedOn' }
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
  /** The sign that no font of the report has, with its number. */
  readonly sign?: string
}
