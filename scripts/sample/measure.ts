/** A measure of the portfolio, from `resources/sample-network/measures.json`. */
export interface Measure {
  readonly code: string
  readonly prefix: string
  readonly fr: string
  readonly nl: string
  readonly type: string
  readonly mode: string
  readonly projects: number
  readonly agreements: number
  readonly minAge?: number
  readonly maxAge?: number
  readonly eu?: boolean
}
