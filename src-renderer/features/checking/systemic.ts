import type { SystemicError } from '#domain/sampling/evaluation.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { isWrong } from '#renderer/features/checking/line-result.ts'
import { linesToCheck } from '#renderer/features/checking/lines.ts'
import type { Checks } from '#renderer/features/checking/queries/use-checks.ts'

type Sample = Pick<InspectionSample, 'units' | 'systemic'>

/** Lines whose error is said to be systemic and that no delimited error holds yet. */
export function undelimited(sample: Sample, checks: Checks): string[] {
  const delimited = new Set(sample.systemic.flatMap(({ ids }) => ids))
  return linesToCheck(sample).flatMap((unit) => {
    const check = checks.get(unit.id)
    const isOpen = check?.nature === 'SYSTEMIC' && isWrong(unit, check) && !delimited.has(unit.id)
    return isOpen ? [unit.id] : []
  })
}

/** What was not accepted on lines of the sample, in cents. */
export function lostOn({ units }: Sample, checks: Checks, lineIds: readonly string[]): number {
  const wanted = new Set(lineIds)
  return units
    .filter(({ id }) => wanted.has(id))
    .reduce((sum, { id, amount }) => sum + amount - (checks.get(id)?.accepted ?? amount), 0)
}

/** A new delimited error with the lines that wait for one. */
export function newSystemic(sample: Sample, checks: Checks): SystemicError {
  const ids = undelimited(sample, checks)
  const numbers = sample.systemic.map(({ code }) => Number(/^S(\d+)$/.exec(code)?.[1] ?? 0))
  return {
    code: `S${Math.max(0, ...numbers) + 1}`,
    description: '',
    ids,
    amount: lostOn(sample, checks, ids),
  }
}

/** Ids as typed: one a line, or set apart by semicolons; each once. */
export const readIds = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n;]+/)
      .map((id) => id.trim())
      .filter((id) => id !== ''),
  ),
]
