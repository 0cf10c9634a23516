import { err, ok, type Result } from '#domain/result.ts'
import { hasStrata, isMus, isNormalTheory } from '#domain/sampling/definition.ts'
import type * as shape from '#domain/sampling/evaluation.ts'
import type { Observed } from '#domain/sampling/observe-lines.ts'
import * as project from '#domain/sampling/projections.ts'
import { zOf } from '#domain/sampling/required-size.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'

/** The estimate that counts, and both to choose from where the method leaves a choice. */
export interface Estimates {
  readonly used: project.Estimate
  readonly byMean: project.Estimate | null
  readonly byRatio: project.Estimate | null
}

type Rules = Pick<SampleRecord, 'version' | 'definition'>

/** How precision is measured; the first version of the rules left it as it is in a finite population. */
export const precisionRule = ({ version, definition }: Rules): project.PrecisionRule => ({
  z: zOf(definition),
  isFinite: version > 1 && definition.finiteCorrection === true,
})

const withoutPrecision = ({ error }: project.Estimate): project.Estimate => ({ error, precision: null })

/** The strata that are drawn from, each with the lines checked in it, by code; a sample without strata is one. */
export function sampledStrata({ strata, sample }: Observed, { definition }: Rules) {
  const isStratified = hasStrata(definition)
  return [...strata]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, part]) => ({
      ...{ code, ...part, sample: isStratified ? sample.filter(({ stratum }) => stratum === code) : sample },
    }))
}

/** The estimates a method has for the part that was sampled. */
export function estimate(observed: Observed, rules: Rules, estimator: shape.Estimator): Estimates {
  const { definition } = rules
  const { method, confidence } = definition
  const only = (used: project.Estimate): Estimates => ({ used, byMean: null, byRatio: null })
  if (observed.sample.length === 0) return only({ error: 0, precision: 0 })
  if (method === 'MUS_CONSERVATIVE')
    return only(project.estimateByConservativeMus(observed.amount, observed.sample, confidence))
  const strata = sampledStrata(observed, rules)
  const rule = precisionRule(rules)
  if (isMus(definition)) {
    const byMus = project.estimateByMus(strata, rule.z)
    return only(method === 'MUS_STANDARD' ? byMus : withoutPrecision(byMus))
  }
  const byMean = project.estimateByMean(strata, rule)
  if (method === 'DIFFERENCE') return { used: byMean, byMean, byRatio: null }
  const byRatio = project.estimateByRatio(strata, rule)
  const chosen = estimator === 'RATIO' && byRatio ? byRatio : byMean
  return { used: isNormalTheory(method) ? chosen : withoutPrecision(chosen), byMean, byRatio }
}

/** The estimator that is more precise; null where there is no choice. */
export function adviseEstimator({ sample }: Observed, { byMean, byRatio }: Estimates, isStratified: boolean) {
  if (byMean === null || byRatio === null) return null
  const isBetter = isStratified
    ? (byRatio.precision ?? 0) < (byMean.precision ?? 0)
    : project.isRatioBetter(sample)
  return isBetter ? 'RATIO' : 'MEAN'
}

/** Every stratum that is not checked whole needs two lines, and so does every sample without strata. */
export function checkEnough(observed: Observed, rules: Rules): Result<null> {
  const fewest = isNormalTheory(rules.definition.method) ? 2 : 1
  const short = sampledStrata(observed, rules).find(
    ({ sample, lines }) => sample.length < Math.min(fewest, lines),
  )
  return short ? err('sampling.too-few-to-evaluate', { lines: short.sample.length }) : ok(null)
}
