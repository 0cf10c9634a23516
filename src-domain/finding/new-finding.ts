import type { Finding } from '#domain/finding/finding.ts'

/** Who a new finding is: ids and numbers come from outside. */
export type FindingIdentity = Pick<Finding, 'id' | 'inspectionId' | 'number'>

const blank: Omit<Finding, keyof FindingIdentity> = {
  title: '',
  positive: false,
  criterion: '',
  condition: '',
  cause: '',
  effect: '',
  recommendation: '',
  nature: 'NOT_APPLICABLE',
  severity: 'OBSERVATION',
  amount: null,
  pointCode: null,
  rows: [],
  binned: false,
}

/** A new finding with the defaults of an observation, filled with what is already known. */
export function newFinding(identity: FindingIdentity, seed: Partial<Finding> = {}): Finding {
  return { ...blank, ...seed, ...identity, binned: false }
}

/**
 * A copy to describe a similar case: texts and classification stay. Rows and amount do not, since the report
 * would count them twice; evidence stays with the first.
 */
export function duplicateFinding(source: Finding, identity: FindingIdentity): Finding {
  return newFinding(identity, { ...source, rows: [], amount: null })
}
