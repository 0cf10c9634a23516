import type { LineResult } from '#domain/sampling/evaluation.ts'
import type { SampleRecord, SampleUnit } from '#domain/sampling/sample-record.ts'
import type { Sheet, SheetCell } from '#domain/table/write-workbook.ts'
import { columnName, euros, live, liveEuros, rangeOf } from '#domain/workpaper/sheet-writer.ts'
import type { PaperWords } from '#domain/workpaper/paper-words.ts'

/** The columns of the lines, in their order; each has its title at `column.*` of the catalog `workpaper`. */
const COLUMNS = [
  ...['id', 'stratum', 'part', 'declared', 'found', 'accepted', 'difference', 'nature', 'cause'],
  ...['justification', 'flagged', 'anomalous', 'delimited', 'error', 'wrong', 'tainting', 'residual'],
] as const
export type LineColumn =
  | 'declared'
  | 'found'
  | 'accepted'
  | 'difference'
  | 'anomalous'
  | 'delimited'
  | 'error'
  | 'wrong'
  | 'tainting'
  | 'residual'

/** Rows of the sheet, both included; null where there are none. */
export interface RowSpan {
  readonly from: number
  readonly to: number
}

/** A unit with what was found on it; `result` is null while it is not checked. */
export interface PaperLine {
  readonly unit: SampleUnit
  readonly result: LineResult | null
  readonly isDelimited: boolean
}

/** The lines in the order of the sheet: those that stand for others (by stratum), for themselves, then the rest. */
export interface OrderedLines {
  readonly all: readonly PaperLine[]
  readonly sampled: RowSpan | null
  readonly exhaustive: RowSpan | null
  /** Of the sampled ones. */
  readonly strata: ReadonlyMap<string, RowSpan>
  readonly isSigned: boolean
}

const spanOf = (before: number, count: number): RowSpan | null =>
  count === 0 ? null : { from: before + 1, to: before + count }

/** Puts the lines of a sample in the order of the sheet; replaced ones are told among the steps. */
export function orderLines(
  { units, definition }: Pick<SampleRecord, 'units' | 'definition'>,
  results: readonly LineResult[],
  delimited: ReadonlySet<string>,
): OrderedLines {
  const byId = new Map(results.map((result) => [result.id, result]))
  const lines = units
    .filter(({ part }) => part !== 'REPLACED')
    .map((unit) => ({ unit, result: resultOf(unit, byId), isDelimited: delimited.has(unit.id) }))
  const counted = (part: SampleUnit['part']) =>
    lines.filter(({ unit, isDelimited }) => unit.part === part && !isDelimited)
  const sampled = counted('SAMPLED').sort((a, b) =>
    a.unit.stratum < b.unit.stratum ? -1 : Number(a.unit.stratum > b.unit.stratum),
  )
  const exhaustive = counted('EXHAUSTIVE')
  const rest = lines.filter(({ unit, isDelimited }) => unit.part === 'PICKED' || isDelimited)
  return {
    all: [...sampled, ...exhaustive, ...rest],
    sampled: spanOf(0, sampled.length),
    exhaustive: spanOf(sampled.length, exhaustive.length),
    strata: strataOf(sampled),
    isSigned: definition.method === 'DIFFERENCE',
  }
}

/** What the partner could not show is refused (`observe-lines.ts`). */
const resultOf = (unit: SampleUnit, byId: ReadonlyMap<string, LineResult>): LineResult | null =>
  byId.get(unit.id) ?? (unit.unavailable ? { id: unit.id, found: 0, accepted: 0, nature: 'RANDOM' } : null)

function strataOf(sampled: readonly PaperLine[]): Map<string, RowSpan> {
  const strata = new Map<string, RowSpan>()
  sampled.forEach(({ unit }, at) => {
    const from = strata.get(unit.stratum)?.from ?? at + 1
    strata.set(unit.stratum, { from, to: at + 1 })
  })
  return strata
}

/** The rows of a column on the sheet of lines. */
export const linesRange = (sheet: string, column: LineColumn, { from, to }: RowSpan): string =>
  rangeOf(sheet, COLUMNS.indexOf(column), from, to)

/** 1: counted as an anomaly that is added, 2: corrected by the partner. */
const anomalyOf = (result: LineResult | null): number =>
  result?.nature !== 'ANOMALOUS' ? 0 : result.corrected === true ? 2 : 1

/** ΣE/ΣBV of a stratum: its cell on the sheet of the evaluation, and its value. */
export interface LineRatio {
  readonly cell: string
  readonly value: number
}

interface RowContext {
  readonly isSigned: boolean
  /** The ratio that a line is measured by; null where there is none. */
  readonly ratioOf: (stratum: string) => LineRatio | null
  readonly words: PaperWords
}

/** One line with its formulas; `at` counts rows from 0. */
function lineRow(line: PaperLine, at: number, { isSigned, ratioOf, words }: RowContext): SheetCell[] {
  const { unit, result, isDelimited } = line
  const { id, amount, stratum, part, unavailable } = unit
  const place = words.print(`samplePart.${unavailable ? 'UNAVAILABLE' : part}`)
  const given: SheetCell[] = [id, stratum, place, euros(amount)]
  if (!result) return given
  const { found, accepted, nature, cause = '', justification = '' } = result
  const cell = (name: (typeof COLUMNS)[number]): string => `${columnName(COLUMNS.indexOf(name))}${at + 1}`
  const anomaly = anomalyOf(result)
  const ratio = ratioOf(stratum)
  const counted = isSigned ? amount - found : amount - accepted
  const error = anomaly > 0 ? 0 : counted
  const isWrong = accepted < amount || result.wrong === true || (isSigned && counted !== 0)
  const [D, E, F] = [cell('declared'), cell('found'), cell('accepted')]
  const wrongIf = [`${F}<${D}`, `${cell('flagged')}=1`, ...(isSigned ? [`${D}<>${E}`] : [])]
  const computed = [
    liveEuros(`IF(${cell('anomalous')}>0,0,${D}-${isSigned ? E : F})`, error),
    live(`IF(OR(${wrongIf.join(',')}),1,0)`, isWrong ? 1 : 0),
    amount > 0 ? live(`${cell('error')}/${D}`, error / amount) : null,
    ratio && live(`${cell('error')}-${ratio.cell}*${D}`, (error - ratio.value * amount) / 100),
  ]
  return [
    ...given,
    ...[euros(found), euros(accepted), liveEuros(`${D}-${F}`, amount - accepted)],
    ...[nature ? words.print(`nature.${nature}`) : '', cause, justification],
    ...[result.wrong === true ? 1 : 0, anomaly, isDelimited ? 1 : 0],
    ...computed,
  ]
}

/** The sheet of the lines. */
export function linesSheet(name: string, { all }: OrderedLines, context: RowContext): Sheet {
  const titles = COLUMNS.map((column) => context.words.text(`column.${column}`))
  return {
    name,
    rows: [titles, ...all.map((line, at) => lineRow(line, at + 1, context))],
    widths: COLUMNS.map((column) => (['id', 'cause', 'justification', 'part'].includes(column) ? 24 : 14)),
    headerRows: 1,
  }
}
