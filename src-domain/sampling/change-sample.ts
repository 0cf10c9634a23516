import { isIsoDay, type IsoDay } from '#domain/dates.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { isMus } from '#domain/sampling/definition.ts'
import { populationOf } from '#domain/sampling/draw-sample.ts'
import { amountOf } from '#domain/sampling/frame.ts'
import type { Population } from '#domain/sampling/population.ts'
import { nextShare, reachKeeping, reachOf, replaySteps } from '#domain/sampling/replay-steps.ts'
import type { SampleRecord, SampleStep, SampleUnit } from '#domain/sampling/sample-record.ts'

/** Why and when a sample was changed: both are printed. */
export interface Because {
  readonly reason: string
  readonly on: IsoDay
}

/** Lines in the projected sample. */
export const drawnUnits = ({ units }: SampleRecord): SampleUnit[] =>
  units.filter(({ part }) => part === 'SAMPLED' || part === 'EXHAUSTIVE')

function withStep(record: SampleRecord, population: Population, step: SampleStep): SampleRecord {
  const steps = [...record.steps, step]
  return { ...record, steps, units: replaySteps(population, { ...record, steps }) }
}

/** Checks reason and day, and opens the population. */
function begin(record: SampleRecord, { reason, on }: Because): Result<Population> {
  if (reason.trim() === '') return err('sampling.reason-missing')
  const last = record.steps.at(-1)?.on ?? on
  if (!isIsoDay(on) || on < last) return err('sampling.day-before-last-step', { on, last })
  return populationOf(record)
}

function drawnUnit(record: SampleRecord, id: string): Result<SampleUnit> {
  const unit = drawnUnits(record).find((one) => one.id === id)
  return unit ? ok(unit) : err('sampling.not-in-sample', { id })
}

/**
 * Extends a sample: every line stays in, the next of the order come in. Monetary unit samples grow by halving their
 * interval, so by more than was asked for.
 * @param target lines in all, or for VALUE_SHARE the share of the amount
 * @returns errors `sampling.reason-missing`, `not-larger`, `size-above-population`, `population-changed`,
 *   `day-before-last-step`
 */
export function extendSample(record: SampleRecord, target: number, because: Because): Result<SampleRecord> {
  const begun = begin(record, because)
  if (!begun.ok) return begun
  const population = begun.value
  const isShare = record.definition.method === 'VALUE_SHARE'
  const before = reachOf(record)
  const most = isShare ? 1 : population.count
  if (!(isShare ? Number.isFinite(target) : Number.isInteger(target)) || target <= before.target)
    return err('sampling.not-larger', { target, before: before.target })
  if (target > most) return err('sampling.size-above-population', { size: target, lines: most })
  const kept = new Set(drawnUnits(record).map(({ id }) => id))
  const reach = reachKeeping(population, record.definition, { ...before, target }, kept)
  return ok(withStep(record, population, { kind: 'EXTEND', target: reach.target, ...because }))
}

/**
 * The next target of a value-share sample: above the share already reached when a line added since the last target is
 * wrong, none when they are all right; errors beyond 85 % → everything (`docs/formulas.md`).
 * @param isWrong whether a line has a financial error
 * @returns the share to extend to, or null when the sample may stop
 */
export function escalate(record: SampleRecord, isWrong: (id: string) => boolean): Result<number | null> {
  if (record.definition.method !== 'VALUE_SHARE')
    return err('sampling.not-a-value-share', { method: record.definition.method })
  const opened = populationOf(record)
  if (!opened.ok) return opened
  const lastExtension = record.steps.map(({ kind }) => kind).lastIndexOf('EXTEND')
  const before =
    lastExtension < 0
      ? []
      : replaySteps(opened.value, { ...record, steps: record.steps.slice(0, lastExtension) })
  const old = new Set(before.map(({ id }) => id))
  const drawn = drawnUnits(record)
  const added = drawn.filter(({ id }) => !old.has(id))
  const [reached, { amount }] = [amountOf(drawn), opened.value]
  return ok(reached >= amount || !added.some(({ id }) => isWrong(id)) ? null : nextShare(reached, amount))
}

/**
 * Replaces a drawn line by the next of the order (of its stratum); the line stays in the record with the reason.
 * @returns errors `sampling.reason-missing`, `not-in-sample`, `replacement-impossible` (a line that stands for itself, or
 *   a monetary unit sample: mark it unavailable instead), `nothing-left-to-draw`, `population-changed`
 */
export function replaceLine(record: SampleRecord, id: string, because: Because): Result<SampleRecord> {
  const begun = begin(record, because)
  if (!begun.ok) return begun
  const unit = drawnUnit(record, id)
  if (!unit.ok) return unit
  if (isMus(record.definition) || unit.value.part === 'EXHAUSTIVE')
    return err('sampling.replacement-impossible', { id })
  const changed = withStep(record, begun.value, { kind: 'REPLACE', id, by: [], ...because })
  const before = new Set(drawnUnits(record).map((one) => one.id))
  const by = drawnUnits(changed).flatMap((one) => (before.has(one.id) ? [] : one.id))
  if (by.length === 0) return err('sampling.nothing-left-to-draw', { id })
  return ok(withStep(record, begun.value, { kind: 'REPLACE', id, by, ...because }))
}

/**
 * Marks a drawn line that the partner could not show. It stays in the sample: what is not justified is not accepted.
 * @returns errors `sampling.reason-missing`, `not-in-sample`, `population-changed`
 */
export function markUnavailable(record: SampleRecord, id: string, because: Because): Result<SampleRecord> {
  const begun = begin(record, because)
  if (!begun.ok) return begun
  const unit = drawnUnit(record, id)
  return unit.ok ? ok(withStep(record, begun.value, { kind: 'UNAVAILABLE', id, ...because })) : unit
}

/**
 * Adds a line chosen for its risk: marked, checked, and outside the projection (`docs/formulas.md`).
 * @returns errors `sampling.reason-missing`, `not-in-population`, `already-in-sample`, `population-changed`
 */
export function pickLine(record: SampleRecord, id: string, because: Because): Result<SampleRecord> {
  const begun = begin(record, because)
  if (!begun.ok) return begun
  if (!begun.value.lines.some((line) => line.id === id)) return err('sampling.not-in-population', { id })
  if (record.units.some((unit) => unit.id === id)) return err('sampling.already-in-sample', { id })
  return ok(withStep(record, begun.value, { kind: 'PICK', id, ...because }))
}

/**
 * Confirms a draw after its convention changed.
 * @param convention SHA-256 of the convention as it is now
 * @returns errors `sampling.reason-missing`, `day-before-last-step`, `population-changed`
 */
export function confirmDraw(
  record: SampleRecord,
  convention: string,
  because: Because,
): Result<SampleRecord> {
  const begun = begin(record, because)
  return begun.ok ? ok(withStep(record, begun.value, { kind: 'CONFIRM', convention, ...because })) : begun
}
