import type { SettlementNames } from '#domain/report/print-settlement.ts'
import type { Charge } from '#domain/settlement/charges.ts'
import type { Claim } from '#domain/settlement/claim.ts'
import { performanceReduction, type SettlementFrame } from '#domain/settlement/finish-settlement.ts'
import type { Adjustment, Settlement } from '#domain/settlement/settlement.ts'
import type { SheetCell } from '#domain/table/write-workbook.ts'
import type { PaperWords } from '#domain/workpaper/paper-words.ts'
import type { RowSheet } from '#domain/workpaper/settlement-rows.ts'
import { euros, liveEuros, rate, type SheetWriter } from '#domain/workpaper/sheet-writer.ts'

/** What the sheet of a settlement is written with. */
export interface SettlementContext {
  readonly writer: SheetWriter
  readonly words: PaperWords
  readonly names: SettlementNames
  readonly settlement: Settlement
  readonly claim: Claim
}

/** What is left after each reduction: as a formula, and in cents. */
export interface Running {
  readonly formula: string
  readonly cents: number
}

function reduce(
  { writer }: SettlementContext,
  running: Running,
  label: string,
  wanted: { formula: string; cents: number; remark?: SheetCell },
): Running {
  const amount = Math.max(0, Math.min(running.cents, wanted.cents))
  const cell = writer.line(
    label,
    liveEuros(`MAX(0,MIN(${running.formula},${wanted.formula}))`, amount),
    wanted.remark ?? null,
  )
  return { formula: `(${running.formula}-${cell})`, cents: running.cents - amount }
}

/** What a correction asked for: what was taken, and what nothing was left for. */
function wantedOf({ cause, amount, findings }: Adjustment, { overlaps }: Settlement): number {
  const same = overlaps.filter(
    (one) => one.taken.length === 0 && one.cause === cause && String(one.findings) === String(findings),
  )
  return same.reduce((sum, one) => sum + one.amount, amount)
}

function writeCorrection(context: SettlementContext, running: Running, adjustment: Adjustment): Running {
  const { writer, names, settlement } = context
  const cents = wantedOf(adjustment, settlement)
  const formula = `C${writer.height + 1}`
  return reduce(context, running, names.cause(adjustment.cause), { formula, cents, remark: euros(cents) })
}

/** A projection beyond what was taken from its rows outside the sample, at most what is left of all. */
function writeProjection(
  context: SettlementContext,
  running: Running,
  charge: Charge,
  { amount }: Adjustment,
  rows: RowSheet,
): Running {
  const { writer, words, names } = context
  const place = rows.population(charge.cause)
  const cause = names.cause(charge.cause)
  const projected = writer.line(words.text('line.projectedBeyond', { cause }), euros(charge.amount))
  const left = `SUMIFS(${rows.range('accepted')},${place},">0",${rows.range('accepted')},">0")`
  const limit = rows.causeRange('agreed-fte')
  const taken = `SUMIF(${place},1,${rows.range('rejected')})`
  const known = limit === null ? taken : `${taken}-SUMIF(${place},1,${limit})`
  return reduce(context, running, cause, {
    formula: `MIN(${left},MAX(0,${projected}-(${known})))`,
    cents: amount,
  })
}

/** Corrections, projections, then the ceiling, then performance (`finishSettlement`). */
export function writeReductions(context: SettlementContext, start: Running, rows: RowSheet): Running {
  const { writer, words, names, settlement, claim } = context
  const { charges = [], ceiling: most, performance } = claim.frame
  let running = start
  for (const adjustment of settlement.adjustments) {
    const { cause, line } = adjustment
    if (line !== null || cause === 'ceiling' || cause === 'performance') continue
    const charge = charges.find((one) => one.kind === 'PROJECTED' && one.cause === cause)
    running =
      charge && charge.rows.length > 0
        ? writeProjection(context, running, charge, adjustment, rows)
        : writeCorrection(context, running, adjustment)
  }
  const ceiling = writer.line(words.text('line.ceiling'), euros(most))
  running = reduce(context, running, names.cause('ceiling'), {
    formula: `${running.formula}-${ceiling}`,
    cents: running.cents - most,
  })
  return performance ? writePerformance(context, running, performance) : running
}

function writePerformance(
  context: SettlementContext,
  running: Running,
  performance: NonNullable<SettlementFrame['performance']>,
): Running {
  const { writer, words, names } = context
  const achieved = writer.line(words.text('line.achieved'), performance.achieved)
  const target = writer.line(words.text('line.target'), performance.target)
  const threshold = writer.line(words.text('line.threshold'), rate(performance.threshold))
  // one division, at the end: a difference of two rates would miss half a cent
  return reduce(context, running, names.cause('performance'), {
    formula: `ROUND(MAX(0,${threshold}*${target}-${achieved})*${running.formula}/${target},2)`,
    cents: performanceReduction(running.cents, performance),
  })
}
