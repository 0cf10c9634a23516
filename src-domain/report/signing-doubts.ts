import { findingLabel, sampleLabel } from '#domain/finding/numbering.ts'
import { isObstructed } from '#domain/inspection/refusal.ts'
import type { ReportInput } from '#domain/report/report-input.ts'
import { traceFinding } from '#domain/settlement/trace.ts'

/** Something that may be signed, but hardly on purpose; its text is `doubt.<code>` of the catalog `report`. */
export interface SigningDoubt {
  readonly code: 'sample-not-evaluated' | 'effect-cuts-nothing' | 'settlement-not-computed'
  /** `E-01`, `C-03`, or empty. */
  readonly label: string
}

type Numbers = Pick<ReportInput, 'inspection' | 'samples' | 'settled' | 'decided' | 'findings'>

/** What is asked about before a report is signed. A refused access is a reason of its own for what is missing. */
export function signingDoubts(input: Numbers): SigningDoubt[] {
  if (isObstructed(input.inspection)) return []
  return [...openSamples(input), ...idleEffects(input)]
}

/** A sample that another one replaces needs no evaluation any more. */
function openSamples({ samples }: Numbers): SigningDoubt[] {
  const replaced = new Set(samples.map(({ sample }) => sample.replaces?.id))
  return samples
    .filter(({ sample, evaluation }) => !evaluation.ok && !replaced.has(sample.id))
    .map(({ sample }) => ({ code: 'sample-not-evaluated', label: sampleLabel(sample.number) }))
}

function idleEffects({ settled, decided, findings }: Numbers): SigningDoubt[] {
  if (!settled.ok) return [{ code: 'settlement-not-computed', label: '' }]
  const settlement = settled.value?.settlement
  if (!settlement) return []
  return findings
    .filter(({ id, binned }) => !binned && decided?.effects.some(({ findingId }) => findingId === id))
    .filter(({ id }) => traceFinding(settlement, id).every(({ amount }) => amount === 0))
    .map(({ number }) => ({ code: 'effect-cuts-nothing', label: findingLabel(number) }))
}
