import type { CostLine, SettledRow } from '#domain/settlement/settlement.ts'
import type { SheetCell } from '#domain/table/write-workbook.ts'
import type { SettlementContext } from '#domain/workpaper/settlement-reductions.ts'
import type { ParameterCell, RowSheet } from '#domain/workpaper/settlement-rows.ts'
import { addressOf, euros, live, liveEuros, quoted } from '#domain/workpaper/sheet-writer.ts'

/** Cells of one cost line. */
interface LineCells {
  readonly declared: string
  readonly accepted: string
}

/** What the cost lines are written with. */
interface LineContext extends SettlementContext {
  readonly sheet: RowSheet
  /** Categories above their ceiling: what each loses, by line. */
  readonly limits: ReadonlyMap<string, string>
  readonly parameterCell: ParameterCell
  /** Cells of the lines written so far, by line or by part of a line. */
  readonly cells: Map<string, LineCells>
}
type Column = keyof LineCells

/** One line of the sheet: how many rows, declared, accepted and their difference. */
function writeLine(
  { writer, names, cells }: LineContext,
  { line, key, title }: { line: string; key: string; title: string },
  { rows, declared, accepted }: Record<'rows' | Column, SheetCell>,
  rejected: number,
): void {
  const at = writer.height
  const difference = liveEuros(`D${at + 1}-E${at + 1}`, rejected)
  writer.row(`${names.line(line)} ${title}`.trim(), line, rows, declared, accepted, difference)
  cells.set(key, { declared: addressOf(3, at), accepted: addressOf(4, at) })
}

/** A line of rows: their sums. */
function writeRowLine(context: LineContext, line: CostLine): void {
  const { sheet, writer } = context
  const code = `B${writer.height + 1}`
  const sum = (column: Column): string => `SUMIF(${sheet.range('line')},${code},${sheet.range(column)})`
  const cells = {
    rows: live(`COUNTIF(${sheet.range('line')},${code})`, line.rows.length),
    declared: liveEuros(sum('declared'), line.declared),
    accepted: liveEuros(sum('accepted'), line.accepted),
  }
  writeLine(context, { line: line.line, key: line.line, title: '' }, cells, line.rejected)
}

/** A flat-rate line at one rate: the rate of other lines. */
function writeFlatLine(context: LineContext, line: CostLine, day: string): void {
  const { cells, limits, parameterCell } = context
  const base = (line.base ?? []).flatMap((code) => cells.get(code) ?? [])
  const cut = (line.base ?? []).flatMap((code) => limits.get(code) ?? [])
  const rate = parameterCell(`flat-rate ${line.line}`, day) ?? '0'
  const part = (column: Column): string =>
    `ROUND(${rate}*(${[base.map((one) => one[column]).join('+'), ...(column === 'accepted' ? cut : [])].join('-')}),2)`
  const amounts = {
    rows: 0,
    declared: liveEuros(part('declared'), line.declared),
    accepted: liveEuros(part('accepted'), line.accepted),
  }
  writeLine(context, { line: line.line, key: line.line, title: '' }, amounts, line.rejected)
}

const dateOf = (day: string): string => `DATE(${day.split('-').map(Number).join(',')})`

/** The first day of a part of the period, as the row of a flat rate names it (`flat-rates.ts`). */
const startOf = ({ row }: SettledRow): string => row.split(' ')[1] ?? ''

/** The part of a flat-rate line that one rate made: the rate of the rows of its days. */
function writeFlatPart(context: LineContext, line: CostLine, at: number, bounds: readonly string[]): void {
  const { sheet, cells, limits, parameterCell, words } = context
  const row = line.rows[at]
  if (!row) return
  const start = startOf(row)
  const rate = parameterCell(`flat-rate ${line.line}`, start) ?? '0'
  const ofBase = (column: Column): string[] =>
    (line.base ?? []).map((code) => {
      const flat = cells.get(`${code} ${start}`)
      const days = bounds.map((bound) => `,${sheet.range('date')},${bound}`).join('')
      return flat?.[column] ?? `SUMIFS(${sheet.range(column)},${sheet.range('line')},${quoted(code)}${days})`
    })
  const amount = (column: Column, cents: number): SheetCell =>
    liveEuros(`ROUND(${rate}*(${ofBase(column).join('+')}),2)`, cents)
  // a ceiling of a category is shared among the parts: that share is given, not computed
  const isLimited = (line.base ?? []).some((code) => limits.has(code))
  const amounts = {
    rows: 0,
    declared: amount('declared', row.declared),
    accepted: isLimited ? euros(row.accepted) : amount('accepted', row.accepted),
  }
  const title = words.text('line.partSince', { day: words.report.day(start) })
  writeLine(context, { line: line.line, key: `${line.line} ${start}`, title }, amounts, row.rejected)
}

/** Days of each part: the first one has no lower bound, the last no upper one; a rate that ends leaves a gap. */
function boundsOf(starts: readonly string[], at: number, first: string): string[] {
  const [start = '', next] = [starts[at], starts[at + 1]]
  return [
    ...(start === first ? [] : [`">="&${dateOf(start)}`]),
    ...(next === undefined ? [] : [`"<"&${dateOf(next)}`]),
  ]
}

/** The cost lines; a flat rate that changes has a line for each of its parts. Returns the sum of a column. */
export function writeLines(
  context: Omit<LineContext, 'cells'>,
  starts: readonly string[],
): (column: number) => string {
  const { writer, words, settlement, claim } = context
  const lines = { ...context, cells: new Map<string, LineCells>() }
  writer.section(words.text('section.costLines'))
  writer.titles(
    ...['costLine', 'code', 'rows', 'declared', 'accepted', 'rejected'].map((key) =>
      words.text(`column.${key}`),
    ),
  )
  const first = 'period' in claim ? claim.period.start : ''
  const from = writer.height
  for (const line of settlement.lines) {
    if (!line.base) writeRowLine(lines, line)
    else if (starts.length < 2) writeFlatLine(lines, line, first)
    else
      line.rows.forEach((row, at) =>
        writeFlatPart(lines, line, at, boundsOf(starts, starts.indexOf(startOf(row)), first)),
      )
  }
  const to = writer.height - 1
  return (column) => `SUM(${addressOf(column, from)}:${addressOf(column, to)})`
}
