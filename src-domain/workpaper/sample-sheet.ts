import { ok, type Result } from '#domain/result.ts'
import { hasStrata, isMus, isNormalTheory } from '#domain/sampling/definition.ts'
import { populationOf } from '#domain/sampling/draw-sample.ts'
import { precisionRule } from '#domain/sampling/estimate.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import { resultsOf } from '#domain/sampling/inspection-record.ts'
import { observeLines, type Observed } from '#domain/sampling/observe-lines.ts'
import type { Population } from '#domain/sampling/population.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import { zOf } from '#domain/sampling/required-size.ts'
import { printSample, type CheckedSample, type SampleSurroundings } from '#domain/report/print-sample.ts'
import type { ReportSample } from '#domain/report/numbers-model.ts'
import type { Sheet } from '#domain/table/write-workbook.ts'
import { opinionSheet, type NumberedPart } from '#domain/workpaper/opinion-sheet.ts'
import type { PaperWords } from '#domain/workpaper/paper-words.ts'
import type { DefinitionCells, SampleContext } from '#domain/workpaper/sample-context.ts'
import { writeConclusion } from '#domain/workpaper/sample-conclusion.ts'
import {
  writeConservativeMus,
  writeMean,
  writeMus,
  writeRatio,
  type EstimateContext,
  type WrittenEstimate,
} from '#domain/workpaper/sample-estimates.ts'
import { linesRange, linesSheet, orderLines, type LineRatio } from '#domain/workpaper/sample-lines.ts'
import { euros, live, liveEuros, rate, SheetWriter } from '#domain/workpaper/sheet-writer.ts'
import { writeStrata, writeStrataMus, writeStrataRatio } from '#domain/workpaper/strata-tables.ts'

/** A checked sample with its population, so that it can be computed again. */
export interface SamplePaper {
  readonly checked: CheckedSample
  readonly record: SampleRecord
  readonly surroundings: SampleSurroundings
  /** All samples of the inspection that count, where they are judged together. */
  readonly together?: readonly NumberedPart[] | undefined
}

function writeDefinition(
  writer: SheetWriter,
  printed: ReportSample,
  { record }: SamplePaper,
  words: PaperWords,
): DefinitionCells {
  const line = (key: string, cell: Parameters<SheetWriter['line']>[1]): string =>
    writer.line(words.print(`sample.${key}`), cell)
  const { population, definition } = record
  line('listing', printed.listing)
  line('hashOfListing', printed.sha256)
  for (const filter of printed.filters) line('filters', filter)
  line('amountRule', printed.amountRule)
  line('method', printed.method)
  line('seed', printed.seed)
  line('version', printed.version)
  line('populationHash', population.hash)
  const text = (key: string): string => words.text(`line.${key}`)
  return {
    count: writer.line(text('count'), population.count, 'N'),
    amount: writer.line(text('amount'), euros(population.amount), 'BV'),
    confidence: writer.line(words.print('parameter.confidence'), rate(definition.confidence), 'CL'),
    materiality: writer.line(words.print('parameter.materiality'), rate(definition.materiality)),
  }
}

function writeSteps(writer: SheetWriter, { steps, parameters }: ReportSample, words: PaperWords): void {
  writer.section(words.print('sample.parameters'))
  writer.titles(...['parameter', 'value', 'since', 'clause'].map((key) => words.print(`column.${key}`)))
  for (const { name, value, since, clause } of parameters) writer.row(name, value, since, clause)
  writer.section(words.print('sample.steps'))
  writer.titles(...['step', 'date', 'reason'].map((key) => words.print(`column.${key}`)))
  for (const { on, what, reason } of steps) writer.row(what, on, reason)
}

/** N, BV and n of the sampled part: lines all checked and delimited lines apart (`docs/formulas.md`). */
function writeSampledPart(context: SampleContext, population: Population, observed: Observed) {
  const { writer, words, lines, linesName, checked, record, cells } = context
  const { systemic } = checked.sample
  const text = (key: string): string => words.text(`line.${key}`)
  const ids = new Set(systemic.flatMap((error) => error.ids))
  const apart = population.lines.filter(({ id }) => ids.has(id)).reduce((sum, { amount }) => sum + amount, 0)
  const range = lines.exhaustive && linesRange(linesName, 'declared', lines.exhaustive)
  const D = writer.line(text('delimitedLines'), ids.size)
  const DBV = writer.line(text('delimitedAmount'), euros(apart))
  const X = writer.line(
    text('exhaustiveLines'),
    live(range ? `ROWS(${range})` : '0', observed.exhaustive.length),
  )
  const known = observed.exhaustive.reduce((sum, { amount }) => sum + amount, 0)
  const XBV = writer.line(text('exhaustiveAmount'), liveEuros(range ? `SUM(${range})` : '0', known))
  const N = writer.line(text('sampledLines'), live(`${cells.count}-${D}-${X}`, observed.lines), 'N_s')
  const BV = writer.line(
    text('sampledAmount'),
    liveEuros(`${cells.amount}-${DBV}-${XBV}`, observed.amount),
    'BV_s',
  )
  const drawn = lines.sampled && linesRange(linesName, 'declared', lines.sampled)
  const n = writer.line(text('size'), live(drawn ? `ROWS(${drawn})` : '0', observed.sample.length), 'n')
  const { definition } = record
  const z = isNormalTheory(definition.method)
    ? writer.line(
        'z',
        definition.z ?? live(`NORMSINV(1-(1-${cells.confidence})/2)`, zOf(definition)),
        'Φ⁻¹(1 − (1 − CL)/2)',
      )
    : ''
  return { N, BV, n, z, CL: cells.confidence, X }
}

interface Written {
  readonly used: WrittenEstimate | null
  readonly ratioOf: (stratum: string) => LineRatio | null
}

const noRatio: Written['ratioOf'] = () => null

/** The estimates of the method, as `evaluateSample` makes them. */
function writeEstimates(context: EstimateContext, sheetName: string, estimator: string): Written {
  const { definition } = context
  const { method } = definition
  if (method === 'MUS_CONSERVATIVE') return { used: writeConservativeMus(context), ratioOf: noRatio }
  if (isMus(definition))
    return { used: hasStrata(definition) ? writeStrataMus(context) : writeMus(context), ratioOf: noRatio }
  const mean = hasStrata(definition) ? writeStrata(context) : writeMean(context)
  if (method === 'DIFFERENCE') return { used: mean, ratioOf: noRatio }
  const choose = (ratio: WrittenEstimate | null): WrittenEstimate =>
    estimator === 'RATIO' && ratio ? ratio : mean
  if (hasStrata(definition)) {
    const ratio = writeStrataRatio(context, sheetName)
    return { used: choose(ratio), ratioOf: (stratum) => ratio?.ratios.get(stratum) ?? null }
  }
  const ratio = writeRatio(context, sheetName)
  return { used: choose(ratio), ratioOf: () => ratio?.ratio ?? null }
}

function writeEvaluation(
  context: SampleContext,
  evaluation: Evaluation,
  population: Population,
  observed: Observed,
): Written {
  const { writer, words, lines, record, linesName, checked, name } = context
  writer.section(words.text('section.projection'))
  const part = writeSampledPart(context, population, observed)
  const estimates = lines.sampled
    ? writeEstimates(
        {
          ...{ writer, words, lines, linesName, observed },
          sampled: lines.sampled,
          ...{ version: record.version, definition: record.definition, rule: precisionRule(record) },
          cells: part,
        },
        name,
        checked.sample.estimator ?? 'MEAN',
      )
    : { used: null, ratioOf: noRatio }
  writeConclusion(context, { evaluation, observed, used: estimates.used, part })
  return estimates
}

/** The two sheets of a sample: its calculation and its lines. Errors: those of `populationOf` and `observeLines`. */
export function sampleSheets(paper: SamplePaper, words: PaperWords): Result<Sheet[]> {
  const { checked, record, surroundings } = paper
  const printed = printSample(checked, surroundings, words.report)
  const population = populationOf(record)
  if (!population.ok) return population
  const results = resultsOf(checked.checks)
  const delimited = new Set(checked.sample.systemic.flatMap(({ ids }) => ids))
  const lines = orderLines(record, results, delimited)
  const name = words.text('sheet.sample', { number: printed.number })
  const linesName = words.text('sheet.lines', { number: printed.number })
  const writer = new SheetWriter(name)
  writer.row([printed.number, printed.title].filter((text) => text !== '').join(' – '))
  const cells = writeDefinition(writer, printed, paper, words)
  const context = { writer, words, name, linesName, checked, record, lines, cells }
  let ratioOf = noRatio
  if (checked.evaluation.ok) {
    const observed = observeLines(population.value, record, results, checked.sample.systemic)
    if (!observed.ok) return observed
    ratioOf = writeEvaluation(context, checked.evaluation.value, population.value, observed.value).ratioOf
    writer.section(words.print('sample.warnings'))
    for (const warning of [printed.standing, ...(printed.evaluation?.warnings ?? [])]) writer.row(warning)
  } else {
    writer.section(printed.problem)
  }
  writeSteps(writer, printed, words)
  return ok([
    writer.sheet([46, 22, 40, ...Array<number>(7).fill(16)]),
    linesSheet(linesName, lines, { isSigned: lines.isSigned, ratioOf, words }),
    ...(paper.together ? [opinionSheet(paper.together, words)] : []),
  ])
}
