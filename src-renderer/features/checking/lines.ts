import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import type { SampleUnit } from '#domain/sampling/sample-record.ts'
import { isWrong, stateOf, type LineState } from '#renderer/features/checking/line-result.ts'
import type { Checks } from '#renderer/features/checking/queries/use-checks.ts'
import type { Filter } from '#renderer/features/checking/state/checking-view.ts'

/** The lines that are checked, in the order of the sample; replaced ones are kept for the record only. */
export const linesToCheck = ({ units }: Pick<InspectionSample, 'units'>): SampleUnit[] =>
  units.filter(({ part }) => part !== 'REPLACED')

const KEEPS: Readonly<Record<Filter, (state: LineState, wrong: boolean) => boolean>> = {
  all: () => true,
  unchecked: (state) => state === 'UNCHECKED',
  wrong: (_, wrong) => wrong,
}

/** The lines that a filter leaves. */
export const linesShown = (units: readonly SampleUnit[], checks: Checks, filter: Filter): SampleUnit[] =>
  units.filter((unit) => {
    const check = checks.get(unit.id)
    return KEEPS[filter](stateOf(unit, check), isWrong(unit, check))
  })

/** How far the work is, and what it found so far; amounts in whole cents. */
export interface Tally {
  readonly lines: number
  readonly checked: number
  readonly wrong: number
  readonly declared: number
  /** Of the checked lines: their declared amount, what was found and accepted. */
  readonly seen: number
  readonly found: number
  readonly accepted: number
}

/** Counts lines; replaced ones are passed over. */
export function tallyOf(units: readonly SampleUnit[], checks: Checks): Tally {
  const tally = { lines: 0, checked: 0, wrong: 0, declared: 0, seen: 0, found: 0, accepted: 0 }
  for (const unit of units) {
    const check = checks.get(unit.id)
    const state = stateOf(unit, check)
    if (state === 'REPLACED') continue
    tally.lines++
    tally.declared += unit.amount
    if (state === 'UNCHECKED') continue
    tally.checked++
    tally.seen += unit.amount
    tally.wrong += isWrong(unit, check) ? 1 : 0
    tally.found += check?.found ?? check?.accepted ?? 0
    tally.accepted += check?.accepted ?? 0
  }
  return tally
}

/** The line that a number (`37`) or an id leads to: the id itself, else the first that begins with or holds it. */
export function findLine(units: readonly SampleUnit[], text: string): SampleUnit | undefined {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return undefined
  const place = /^\d+$/.test(wanted) ? Number(wanted) : 0
  const ids = (test: (id: string) => boolean) => units.find(({ id }) => test(id.toLowerCase()))
  return (
    ids((id) => id === wanted) ??
    (place > 0 ? units[place - 1] : undefined) ??
    ids((id) => id.startsWith(wanted)) ??
    ids((id) => id.includes(wanted))
  )
}

/** The next line without a result after a place, going round; undefined when all have one. */
export function nextUnchecked(units: readonly SampleUnit[], checks: Checks, from: number) {
  const open = ({ unit }: { readonly unit: SampleUnit }) => stateOf(unit, checks.get(unit.id)) === 'UNCHECKED'
  const places = units.map((unit, at) => ({ unit, at }))
  return [...places.slice(from + 1), ...places.slice(0, from + 1)].find(open)?.unit
}
