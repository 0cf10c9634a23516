/** A formula as it is computed, where it comes from, and what it needs. */
export interface Formula {
  readonly name: string
  readonly formula: string
  readonly source: string
  /** Names of the fields that requests and records give it. */
  readonly parameters: readonly string[]
  /** The function that computes it. */
  readonly code: string
}

export const GUIDANCE = 'EC guidance EGESIF_16-0014-01'
export const CPR = 'Regulation (EU) 2021/1060 (CPR)'
export const HOUSE = 'decided for Constat'

/** A formula; parameters are parted by blanks. */
export const f = (
  name: string,
  formula: string,
  source: string,
  parameters: string,
  code: string,
): Formula => ({
  ...{ name, formula, source, code },
  parameters: parameters === '' ? [] : parameters.split(' '),
})
