import { isNormalTheory, type SampleDefinition } from '#domain/sampling/definition.ts'
import { deviationOf, sumOf } from '#domain/sampling/normal.ts'
import type { Observed, ObservedLine } from '#domain/sampling/observe-lines.ts'
import * as project from '#domain/sampling/projections.ts'
import { reliabilityFactor } from '#domain/sampling/tails.ts'
import type { PaperWords } from '#domain/workpaper/paper-words.ts'
import {
  linesRange,
  type LineColumn,
  type LineRatio,
  type OrderedLines,
  type RowSpan,
} from '#domain/workpaper/sample-lines.ts'
import { addressOf, live, liveEuros, type SheetWriter } from '#domain/workpaper/sheet-writer.ts'

/** A cell and what it holds, in cents. */
export interface Figure {
  readonly cell: string
  readonly cents: number
}

/** What an estimate is written with. */
export interface EstimateContext {
  readonly writer: SheetWriter
  readonly words: PaperWords
  readonly lines: OrderedLines
  readonly linesName: string
  readonly sampled: RowSpan
  readonly observed: Observed
  readonly version: number
  readonly definition: SampleDefinition
  /** How precision is measured. */
  readonly rule: project.PrecisionRule
  /** Cells of N and BV of the sampled part, n, z, and CL. */
  readonly cells: {
    readonly N: string
    readonly BV: string
    readonly n: string
    readonly z: string
    readonly CL: string
  }
}

/** What the sampled part is estimated at; `ratio` is the cell of ΣE/ΣBV where there is one. */
export interface WrittenEstimate {
  readonly error: Figure
  readonly precision: Figure | null
}

const columnOf = ({ linesName, sampled }: EstimateContext, column: LineColumn, span = sampled): string =>
  linesRange(linesName, column, span)

const errorsOf = (sample: readonly ObservedLine[]): number[] => sample.map(({ error }) => error)
const amountsOf = (sample: readonly ObservedLine[]): number[] => sample.map(({ amount }) => amount)

/** A line of the sheet whose value is in cents, shown in euros and not rounded. */
export function figure(
  { writer, words }: EstimateContext,
  key: string,
  formula: string,
  cents: number,
  how = '',
): Figure {
  return { cell: writer.line(words.text(`line.${key}`), liveEuros(formula, cents), how), cents }
}

/** STDEV needs two values. */
const deviation = (range: string, count: number): string => (count < 2 ? '0' : `STDEV(${range})`)

function precisionBy(
  context: EstimateContext,
  key: string,
  range: string,
  values: readonly number[],
): Figure | null {
  const { definition, observed, cells, rule } = context
  if (!isNormalTheory(definition.method)) return null
  const s = deviationOf(values)
  const { cell } = figure(context, `deviation${key}`, deviation(range, values.length), s)
  const narrow = rule.isFinite ? project.finiteFactor(values.length, observed.lines) : 1
  return figure(
    context,
    `precision${key}`,
    `${cells.N}*${cells.z}*${cell}/SQRT(${cells.n})${rule.isFinite ? `*SQRT(1-${cells.n}/${cells.N})` : ''}`,
    project.linePrecision(observed.lines, values.length, rule.z, s) * narrow,
    rule.isFinite ? 'N·z·s/√n·√(1 − n/N)' : 'N·z·s/√n',
  )
}

/** Mean-per-unit, and difference estimation. */
export function writeMean(context: EstimateContext): WrittenEstimate {
  const { observed, cells } = context
  const errors = errorsOf(observed.sample)
  const range = columnOf(context, 'error')
  const sum = figure(context, 'sumOfErrors', `SUM(${range})`, sumOf(errors), 'ΣE')
  const cents = project.meanError(observed.lines, errors.length, sum.cents)
  const error = figure(context, 'mean', `${cells.N}*${sum.cell}/${cells.n}`, cents, 'N·ΣE/n')
  return { error, precision: precisionBy(context, 'Mean', range, errors) }
}

/** Ratio: the residuals q stand in a column of the lines. Null when the checked lines have no amount. */
export function writeRatio(
  context: EstimateContext,
  sheetName: string,
): (WrittenEstimate & { readonly ratio: LineRatio }) | null {
  const { observed, cells, writer, words } = context
  const { sample, amount } = observed
  const [errors, amounts] = [sumOf(errorsOf(sample)), sumOf(amountsOf(sample))]
  if (amounts === 0) return null
  const [E, BV] = [columnOf(context, 'error'), columnOf(context, 'declared')]
  const value = errors / amounts
  const own = writer.line(words.text('line.ratioOfSums'), live(`SUM(${E})/SUM(${BV})`, value), 'ΣE/ΣBV')
  const ratio = { cell: `'${sheetName}'!${own}`, value }
  const error = figure(
    context,
    'ratio',
    `${cells.BV}*${own}`,
    project.ratioError(amount, errors, amounts),
    'BV′·ΣE/ΣBV',
  )
  const residuals = sample.map((line) => line.error - value * line.amount)
  writeAdvice(context, own, value)
  return { error, ratio, precision: precisionBy(context, 'Ratio', columnOf(context, 'residual'), residuals) }
}

/** cov(E,BV)/var(BV) beside ER/2: the ratio serves better where it is greater. */
function writeAdvice(
  { observed, writer, words, ...context }: EstimateContext,
  ratio: string,
  value: number,
): void {
  const { sample } = observed
  const [errors, amounts] = [errorsOf(sample), amountsOf(sample)]
  const mean = sumOf(amounts) / amounts.length
  const variance = sumOf(amounts.map((amount) => (amount - mean) ** 2))
  if (sample.length < 2 || variance === 0) return
  const meanError = sumOf(errors) / errors.length
  const covariance = sumOf(sample.map(({ amount, error }) => (amount - mean) * (error - meanError)))
  const [E, BV] = [
    linesRange(context.linesName, 'error', context.sampled),
    linesRange(context.linesName, 'declared', context.sampled),
  ]
  writer.line(
    words.text('line.slope'),
    live(`COVAR(${E},${BV})/VARP(${BV})`, covariance / variance),
    'cov(E,BV)/var(BV)',
  )
  writer.line(words.text('line.halfRatio'), live(`${ratio}/2`, value / 2), words.text('remark.ratioAdvised'))
}

/** MUS: (BV_s/n_s)·Σ(E/BV); for the standard one z·BV_s·s_r/√n_s. */
export function writeMus(context: EstimateContext): WrittenEstimate {
  const { writer, words, observed, definition, cells, rule } = context
  const { sample, amount } = observed
  const T = columnOf(context, 'tainting')
  const taintings = sample.map((line) => line.error / line.amount)
  const sum = writer.line(words.text('line.sumOfTaintings'), live(`SUM(${T})`, sumOf(taintings)), 'Σ(E/BV)')
  const s = writer.line(
    words.text('line.deviationTainting'),
    live(deviation(T, sample.length), deviationOf(taintings)),
    's_r',
  )
  const estimate = project.estimateByMus([{ amount, sample }], rule.z)
  const error = figure(context, 'mus', `${cells.BV}/${cells.n}*${sum}`, estimate.error, '(BV_s/n_s)·Σ(E/BV)')
  if (!isNormalTheory(definition.method)) return { error, precision: null }
  return {
    error,
    precision: figure(
      context,
      'precisionMus',
      `${cells.z}*${cells.BV}*${s}/SQRT(${cells.n})`,
      estimate.precision ?? 0,
      'z·BV_s·s_r/√n_s',
    ),
  }
}

/** Conservative MUS: SI·Σ(E/BV), SI·RF(0) + Σ(RF(i) − RF(i−1) − 1)·SI·(E/BV) by decreasing tainting. */
export function writeConservativeMus(context: EstimateContext): WrittenEstimate {
  const { writer, words, observed, definition, cells } = context
  const { sample, amount } = observed
  const { confidence } = definition
  const interval = amount / sample.length
  const SI = figure(context, 'interval', `${cells.BV}/${cells.n}`, interval, 'BV_s/n_s').cell
  const T = columnOf(context, 'tainting')
  const taintings = sample.map((line) => line.error / line.amount)
  const decreasing = taintings.filter((tainting) => tainting > 0).sort((a, b) => b - a)
  const first = reliabilityFactor(0, confidence)
  const RF0 = writer.line('RF(0)', live(`-LN(1-${cells.CL})`, first), '−ln(1 − CL)')
  const sum = writer.line(words.text('line.sumOfTaintings'), live(`SUM(${T})`, sumOf(decreasing)), 'Σ(E/BV)')
  const steps = writeFactors(context, T, decreasing, RF0)
  const estimate = project.estimateByConservativeMus(amount, sample, confidence)
  return {
    error: figure(context, 'mus', `${SI}*${sum}`, estimate.error, 'SI·Σ(E/BV)'),
    precision: figure(
      context,
      'precisionMus',
      `${SI}*(${RF0}+${steps})`,
      estimate.precision ?? 0,
      'SI·RF(0) + Σ(RF(i) − RF(i−1) − 1)·SI·(E/BV)',
    ),
  }
}

/** The reliability factors of the errors seen, one to a row; the sum of their increments as a formula. */
function writeFactors(
  { writer, words, definition, cells }: EstimateContext,
  T: string,
  decreasing: readonly number[],
  RF0: string,
): string {
  if (decreasing.length === 0) return '0'
  writer.titles(...['number', 'tainting', 'factor', 'increment'].map((key) => words.text(`factors.${key}`)))
  const from = writer.height
  const factors = [0, ...decreasing].map((_, at) => reliabilityFactor(at, definition.confidence))
  decreasing.forEach((tainting, place) => {
    const at = writer.height + 1
    const before = place === 0 ? RF0 : `C${at - 1}`
    const [factor, last] = [factors[place + 1] ?? 0, factors[place] ?? 0]
    writer.row(
      ...[place + 1, live(`LARGE(${T},A${at})`, tainting), live(`GAMMAINV(${cells.CL},A${at}+1,1)`, factor)],
      live(`(C${at}-${before}-1)*B${at}`, (factor - last - 1) * tainting),
    )
  })
  return `SUM(${addressOf(3, from)}:${addressOf(3, writer.height - 1)})`
}
