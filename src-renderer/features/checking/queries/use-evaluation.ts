import { useEffect, useState } from 'react'
import type { Result } from '#domain/result.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { evaluateInspectionSample } from '#renderer/db/numbers/evaluate.ts'
import type { Checks } from '#renderer/features/checking/queries/use-checks.ts'

/** What a sample says of its population, computed anew when something of it changes; null at first. */
export function useEvaluation(sample: InspectionSample, checks: Checks): Result<Evaluation> | null {
  const [evaluated, setEvaluated] = useState<Result<Evaluation> | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    void evaluateInspectionSample(sample, [...checks.values()]).then((result) => {
      if (!leaving.signal.aborted) setEvaluated(result)
    })
    return () => leaving.abort()
  }, [sample, checks])
  return evaluated
}
