import {
  printSettlement,
  settlementNames,
  type SettledInspection,
  type SettlementSurroundings,
} from '#domain/report/print-settlement.ts'
import type { Claim } from '#domain/settlement/claim.ts'
import { changeDays } from '#domain/settlement/flat-rates.ts'
import { gatherOverlaps } from '#domain/settlement/trace.ts'
import { PARAMETER_UNITS, parameterName, type UsedParameter } from '#domain/settlement/used-parameters.ts'
import type { Sheet, SheetCell } from '#domain/table/write-workbook.ts'
import type { PaperWords } from '#domain/workpaper/paper-words.ts'
import { writeLines } from '#domain/workpaper/settlement-lines.ts'
import { writeReductions, type SettlementContext } from '#domain/workpaper/settlement-reductions.ts'
import { settlementRows, type ParameterCell, type RowSheet } from '#domain/workpaper/settlement-rows.ts'
import { addressOf, euros, liveEuros, rate, SheetWriter } from '#domain/workpaper/sheet-writer.ts'

/** A settlement with the claim it was computed from. */
export interface SettlementPaper {
  readonly claim: Claim
  readonly settled: SettledInspection
  readonly surroundings: SettlementSurroundings
}

const numberCell = ({ code, value }: UsedParameter): SheetCell => {
  const unit = PARAMETER_UNITS[parameterName(code).name]
  if (unit === 'EUROS') return euros(Math.round(Number(value) * 100))
  if (unit === 'RATE') return rate(Number(value))
  return unit === 'FLAG' ? value === 'true' : Number(value)
}

/** The dated parameters, each with a cell that formulas use; the one in force on a day is found again. */
function writeParameters(
  { writer, words }: SettlementContext,
  parameters: readonly UsedParameter[],
  printed: ReturnType<typeof printSettlement>['parameters'],
): ParameterCell {
  if (parameters.length === 0) return () => null
  writer.section(words.print('settlement.parameters'))
  writer.titles(
    ...['parameter', 'value', 'since', 'clause', 'served'].map((key) => words.print(`column.${key}`)),
  )
  const places = parameters.map((parameter, at) => {
    const { name = '', since = '', clause = '', served = '' } = printed[at] ?? {}
    return { ...parameter, row: writer.row(name, numberCell(parameter), since, clause, served) }
  })
  return (code, day) => {
    const found = places
      .filter((place) => place.code === code && place.validFrom <= day)
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
    return found ? addressOf(1, found.row) : null
  }
}

/** Categories above their ceiling: what each loses, by line. */
function writeLimits({ writer, words, names, settlement }: SettlementContext): ReadonlyMap<string, string> {
  const limits = settlement.adjustments.filter(({ line }) => line !== null)
  if (limits.length === 0) return new Map()
  writer.section(words.text('section.limits'))
  return new Map(
    limits.map(({ line, amount, cause }) => [
      line ?? '',
      writer.line(`${names.line(line)} – ${names.cause(cause)}`, euros(amount)),
    ]),
  )
}

/** From the sum of the lines to the balance or the recovery. */
function writeResult(
  context: SettlementContext,
  sumOf: (column: number) => string,
  limits: ReadonlyMap<string, string>,
  rows: RowSheet,
): void {
  const { writer, words, settlement, claim } = context
  const { lines, declared, accepted, rejected, advances, balance, recovery } = settlement
  const print = (key: string): string => words.print(`settlement.${key}`)
  writer.section(print('result'))
  const claimed = writer.line(words.text('line.declared'), liveEuros(sumOf(3), declared))
  const ofLines = lines.reduce((sum, line) => sum + line.accepted, 0)
  const first = writer.line(words.text('line.acceptedLines'), liveEuros(sumOf(4), ofLines))
  const limited = settlement.adjustments.reduce(
    (sum, { line, amount }) => sum + (line === null ? 0 : amount),
    0,
  )
  const start = { formula: [first, ...limits.values()].join('-'), cents: ofLines - limited }
  const running = writeReductions(context, { ...start, formula: `(${start.formula})` }, rows)
  const due = writer.line(print('accepted'), liveEuros(running.formula, accepted))
  writer.line(words.text('line.rejected'), liveEuros(`${claimed}-${due}`, rejected))
  const paid = claim.frame.advances.map(({ paidOn, amount }) =>
    writer.line(words.print('settlement.advance', { day: words.report.day(paidOn) }), euros(amount)),
  )
  const total = writer.line(print('advances'), liveEuros(paid.join('+') || '0', advances))
  writer.line(print('balance'), liveEuros(`MAX(0,ROUND(${due}-${total},2))`, balance))
  writer.line(print('recovery'), liveEuros(`MAX(0,ROUND(${total}-${due},2))`, recovery))
}

/** The first days of the parts of the period that flat rates make. */
const rateStarts = (claim: Claim): string[] =>
  claim.mode === 'ACTUAL_COSTS' ? changeDays(claim.uses, claim.flatRates, claim.period) : []

/** What was not taken a second time, and what had taken it first. */
function writeLeftOut({ writer, words, names, settlement }: SettlementContext): void {
  const overlaps = gatherOverlaps(settlement)
  if (overlaps.length === 0) return
  writer.section(words.print('settlement.leftOut'))
  writer.titles(...['cause', 'amount', 'takenBy', 'rows'].map((key) => words.print(`column.${key}`)))
  for (const { cause, amount, taken, rows } of overlaps) {
    const by = taken.map(names.cause).join(', ') || words.print('settlement.nothingLeft')
    writer.row(names.cause(cause), euros(amount), by, rows || null)
  }
}

/** The two sheets of a settlement: the calculation from cost lines to balance or recovery, and its rows. */
export function settlementSheets(
  { claim, settled, surroundings }: SettlementPaper,
  words: PaperWords,
): Sheet[] {
  const { settlement, parameters } = settled
  const printed = printSettlement(settled, surroundings, words.report)
  const names = settlementNames(surroundings, words.report)
  const writer = new SheetWriter(words.text('sheet.settlement'))
  const context: SettlementContext = { writer, words, names, settlement, claim }
  writer.row(words.print('settlement.heading'))
  writer.row(words.print('settlement.intro', { day: printed.settledOn, mode: printed.mode }))
  const parameterCell = writeParameters(context, parameters, printed.parameters)
  const elsewhere: ParameterCell = (code, day) => {
    const cell = parameterCell(code, day)
    return cell && `'${words.text('sheet.settlement')}'!${cell}`
  }
  const rowContext = { name: words.text('sheet.settlementRows'), words, names, parameterCell: elsewhere }
  const rows = settlementRows(settlement, claim, rowContext)
  const limits = writeLimits(context)
  const sumOf = writeLines({ ...context, sheet: rows, limits, parameterCell }, rateStarts(claim))
  writeResult(context, sumOf, limits, rows)
  writeLeftOut(context)
  if (printed.notices.length > 0) writer.section(words.print('sample.warnings'))
  for (const notice of printed.notices) writer.row(notice)
  return [writer.sheet([46, 18, 18, 18, 18, 18]), rows.sheet]
}
