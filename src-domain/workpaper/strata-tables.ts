import { sampledStrata } from '#domain/sampling/estimate.ts'
import { deviationOf, sumOf } from '#domain/sampling/normal.ts'
import * as project from '#domain/sampling/projections.ts'
import type { SheetCell } from '#domain/table/write-workbook.ts'
import { figure, type EstimateContext, type WrittenEstimate } from '#domain/workpaper/sample-estimates.ts'
import { linesRange, type LineColumn, type LineRatio } from '#domain/workpaper/sample-lines.ts'
import { addressOf, euros, live, liveEuros } from '#domain/workpaper/sheet-writer.ts'

type Stratum = ReturnType<typeof sampledStrata>[number]

/** A stratum at its row: where its lines stand, and the row of the table, counted from 1. */
interface Placed {
  readonly stratum: Stratum
  readonly at: number
  readonly range: (column: LineColumn) => string
}

/** A table of strata: its titles after the stratum, what stands in them, and the columns of estimate and variance. */
interface Table {
  readonly titles: readonly string[]
  readonly cells: (placed: Placed) => SheetCell[]
  readonly estimateAt: number
  readonly varianceAt: number
  readonly estimate: project.Estimate
  /** Keys of the lines below, and how they follow. */
  readonly keys: readonly [error: string, precision: string]
  readonly how: readonly [error: string, precision: string]
}

const errorsOf = ({ sample }: Stratum): number[] => sample.map(({ error }) => error)
const amountsOf = ({ sample }: Stratum): number[] => sample.map(({ amount }) => amount)
const taintingsOf = ({ sample }: Stratum): number[] => sample.map(({ error, amount }) => error / amount)
/** A deviation needs two values, and a stratum checked whole has none. */
const spread = (size: number, range: string, whole: string): string =>
  size < 2 ? '0' : `IF(${whole},0,STDEV(${range}))`

function writeTable(context: EstimateContext, strata: readonly Stratum[], table: Table): WrittenEstimate {
  const { writer, words, linesName, lines, cells } = context
  writer.titles(...['stratum', ...table.titles].map((key) => words.text(`strata.${key}`)))
  const from = writer.height
  for (const stratum of strata) {
    const span = lines.strata.get(stratum.code) ?? { from: 1, to: 1 }
    const range = (column: LineColumn): string => linesRange(linesName, column, span)
    writer.row(stratum.code || '–', ...table.cells({ stratum, at: writer.height + 1, range }))
  }
  const of = (column: number): string => `${addressOf(column, from)}:${addressOf(column, writer.height - 1)}`
  const { error, precision } = table.estimate
  return {
    error: figure(context, table.keys[0], `SUM(${of(table.estimateAt)})`, error, table.how[0]),
    precision: figure(
      context,
      table.keys[1],
      `${cells.z}*SQRT(SUM(${of(table.varianceAt)}))`,
      precision ?? 0,
      table.how[1],
    ),
  }
}

/** `(N_h·s_h)²/n_h`, narrowed by what is known of the stratum where the finite correction is on. */
const variance = ({ rule }: EstimateContext, at: number, s: string): string =>
  `(B${at}*${s}${at})^2/C${at}${rule.isFinite ? `*(1-C${at}/B${at})` : ''}`

const varianceCell = (
  context: EstimateContext,
  { stratum, at }: Placed,
  s: string,
  values: readonly number[],
): SheetCell => live(variance(context, at, s), project.varianceOf(stratum, values, context.rule) / 10_000)

/** Stratum by stratum: Σ N_h·ΣE_h/n_h and z·√Σ(N_h·s_h)²/n_h. */
export function writeStrata(context: EstimateContext): WrittenEstimate {
  const strata = sampledStrata(context.observed, context)
  return writeTable(context, strata, {
    titles: ['linesOf', 'checkedOf', 'sumOf', 'deviationOf', 'estimateOf', 'varianceOf'],
    ...{ estimateAt: 5, varianceAt: 6, estimate: project.estimateByMean(strata, context.rule) },
    keys: ['strata', 'precisionStrata'],
    how: ['Σ N_h·ΣE_h/n_h', 'z·√Σ(N_h·s_h)²/n_h'],
    cells: (placed) => {
      const { stratum, at, range } = placed
      const { lines, sample } = stratum
      const errors = errorsOf(stratum)
      const s = sample.length === lines ? 0 : deviationOf(errors)
      return [
        ...[lines, live(`ROWS(${range('error')})`, sample.length)],
        liveEuros(`SUM(${range('error')})`, sumOf(errors)),
        liveEuros(spread(sample.length, range('error'), `B${at}=C${at}`), s),
        liveEuros(`B${at}*D${at}/C${at}`, project.meanError(lines, sample.length, sumOf(errors))),
        varianceCell(context, placed, 'E', errors),
      ]
    },
  })
}

/** The separate ratio: Σ BV_h·ΣE_h/ΣBV_hi; residuals stand among the lines. Null when lines of a stratum have no amount. */
export function writeStrataRatio(
  context: EstimateContext,
  sheetName: string,
): (WrittenEstimate & { readonly ratios: ReadonlyMap<string, LineRatio> }) | null {
  const strata = sampledStrata(context.observed, context)
  const estimate = project.estimateByRatio(strata, context.rule)
  if (!estimate) return null
  const ratios = new Map<string, LineRatio>()
  const written = writeTable(context, strata, {
    titles: [
      'linesOf',
      'checkedOf',
      'sumOf',
      'amountsOf',
      'amountOf',
      'ratioOf',
      'residualOf',
      'ratioEstimateOf',
      'residualVarianceOf',
    ],
    ...{ estimateAt: 8, varianceAt: 9, estimate },
    keys: ['strataRatio', 'precisionStrataRatio'],
    how: ['Σ BV_h·ΣE_h/ΣBV_hi', 'z·√Σ(N_h·s_qh)²/n_h'],
    cells: (placed) => {
      const { stratum, at, range } = placed
      const { lines, amount, sample } = stratum
      const [errors, amounts] = [sumOf(errorsOf(stratum)), sumOf(amountsOf(stratum))]
      ratios.set(stratum.code, { cell: `'${sheetName}'!$G$${at}`, value: errors / amounts })
      const residuals = project.residualsOf(sample)
      const s = sample.length === lines ? 0 : deviationOf(residuals)
      return [
        ...[lines, live(`ROWS(${range('error')})`, sample.length)],
        ...[liveEuros(`SUM(${range('error')})`, errors), liveEuros(`SUM(${range('declared')})`, amounts)],
        ...[euros(amount), live(`D${at}/E${at}`, errors / amounts)],
        liveEuros(spread(sample.length, range('residual'), `B${at}=C${at}`), s),
        liveEuros(`F${at}*G${at}`, project.ratioError(amount, errors, amounts)),
        varianceCell(context, placed, 'H', residuals),
      ]
    },
  })
  return { ...written, ratios }
}

/** MUS by strata: Σ (BV_h/n_h)·Σ(E/BV), z·√Σ(BV_h·s_rh)²/n_h. */
export function writeStrataMus(context: EstimateContext): WrittenEstimate {
  const strata = sampledStrata(context.observed, context)
  return writeTable(context, strata, {
    titles: ['amountOf', 'checkedOf', 'taintingsOf', 'rateDeviationOf', 'musEstimateOf', 'musVarianceOf'],
    ...{ estimateAt: 5, varianceAt: 6, estimate: project.estimateByMus(strata, context.rule.z) },
    keys: ['mus', 'precisionMus'],
    how: ['Σ (BV_h/n_h)·Σ(E/BV)', 'z·√Σ(BV_h·s_rh)²/n_h'],
    cells: ({ stratum, at, range }) => {
      const { amount, sample } = stratum
      const taintings = taintingsOf(stratum)
      const [sum, s, size] = [sumOf(taintings), deviationOf(taintings), sample.length]
      return [
        ...[euros(amount), live(`ROWS(${range('tainting')})`, size)],
        live(`SUM(${range('tainting')})`, sum),
        live(size < 2 ? '0' : `STDEV(${range('tainting')})`, s),
        liveEuros(`B${at}/C${at}*D${at}`, (amount / size) * sum),
        live(`(B${at}*E${at})^2/C${at}`, (amount * s) ** 2 / size / 10_000),
      ]
    },
  })
}
