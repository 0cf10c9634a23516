import type { InspectionSample, LineCheck } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'

/** A line of a sample that someone looked at, and what it was found to be worth less than declared. */
export interface SeenLine {
  readonly row: string
  /** Zero where all is accepted. */
  readonly lost: number
  /** The finding that tells it. */
  readonly finding: string | null
}

function seenLine(unit: SampleUnit, check: LineCheck | undefined): SeenLine[] {
  const accepted = check?.accepted ?? null
  if (accepted === null && !unit.unavailable) return []
  const lost = Math.max(0, unit.amount - (accepted ?? 0))
  return [{ row: unit.id, lost, finding: check?.findingId ?? null }]
}

/**
 * The lines of a sample that were seen, replaced ones apart; one the partner could not show loses everything
 * (`observe-lines.ts`).
 * @param live findings that count: those in the bin tell nothing
 */
export function seenLines(
  { id, units }: InspectionSample,
  checks: readonly LineCheck[],
  live: ReadonlySet<string>,
): SeenLine[] {
  const byLine = new Map(checks.filter(({ sampleId }) => sampleId === id).map((one) => [one.lineId, one]))
  return units
    .filter(({ part }) => part !== 'REPLACED')
    .flatMap((unit) => seenLine(unit, byLine.get(unit.id)))
    .map((line) => (line.finding !== null && live.has(line.finding) ? line : { ...line, finding: null }))
}
