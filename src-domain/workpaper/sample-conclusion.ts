import { sumOf } from '#domain/sampling/normal.ts'
import { hasJudgement, isWorthLess } from '#domain/sampling/evaluate-sample.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import type { Observed } from '#domain/sampling/observe-lines.ts'
import { confidenceOfEach } from '#domain/sampling/looks.ts'
import { chanceOfFewer, clopperPearsonUpper } from '#domain/sampling/tails.ts'
import type { Figure, WrittenEstimate } from '#domain/workpaper/sample-estimates.ts'
import { linesRange, type LineColumn, type RowSpan } from '#domain/workpaper/sample-lines.ts'
import type { SampleContext } from '#domain/workpaper/sample-context.ts'
import { euros, live, liveEuros, quoted } from '#domain/workpaper/sheet-writer.ts'

/** What the conclusion is drawn from. */
interface Grounds {
  readonly evaluation: Evaluation
  readonly observed: Observed
  /** The estimate of the part that was drawn; null where every line was checked. */
  readonly used: WrittenEstimate | null
  /** Cells of N_s, n, CL and of the number of lines all checked. */
  readonly part: { readonly N: string; readonly n: string; readonly CL: string; readonly X: string }
}

const spansOf = ({ lines }: SampleContext): RowSpan[] =>
  [lines.sampled, lines.exhaustive].filter((span) => span !== null)

/** A sum over the lines that count, as a formula. */
function sumOver(context: SampleContext, column: LineColumn, spans = spansOf(context)): string {
  const ranges = spans.map((span) => `SUM(${linesRange(context.linesName, column, span)})`)
  return ranges.join('+') || '0'
}

function writeSystemic({ writer, words, checked }: SampleContext, total: number): string {
  const { systemic } = checked.sample
  const cells = systemic.map(({ code, description, amount }) =>
    writer.line(`${code} ${description}`.trim(), euros(amount)),
  )
  const sum = cells.length === 0 ? '0' : cells.join('+')
  return writer.line(words.print('evaluation.systemic'), liveEuros(sum, total))
}

/** Anomalous errors that were not corrected, and all errors seen. */
function writeSeen(context: SampleContext, { anomalous, confirmed }: Evaluation, systemic: string) {
  const { writer, words, lines, linesName } = context
  const added = spansOf(context).map(
    (span) =>
      `SUMIF(${linesRange(linesName, 'anomalous', span)},1,${linesRange(linesName, 'difference', span)})`,
  )
  const all = { from: 1, to: lines.all.length }
  const seen = `SUMIF(${linesRange(linesName, 'delimited', all)},0,${linesRange(linesName, 'difference', all)})`
  return {
    anomalous: writer.line(words.print('evaluation.anomalous'), liveEuros(added.join('+') || '0', anomalous)),
    confirmed: writer.line(
      words.print('evaluation.confirmed'),
      liveEuros(`ROUND(${systemic}+${seen},2)`, confirmed),
    ),
  }
}

/** Projected and total error, limit and threshold: exact for the conclusion, rounded to the cent where shown. */
function writeTotals(context: SampleContext, { evaluation, observed, used }: Grounds) {
  const { writer, words, cells } = context
  const text = (key: string): string => words.print(`evaluation.${key}`)
  const known = sumOf(observed.exhaustive.map(({ error }) => error))
  const exhaustive = context.lines.exhaustive ? sumOver(context, 'error', [context.lines.exhaustive]) : '0'
  const E = writer.line(words.text('line.exhaustiveError'), liveEuros(exhaustive, known), 'EE_e')
  const estimate: Figure = used?.error ?? { cell: '0', cents: 0 }
  writer.line(text('projected'), liveEuros(`ROUND(${estimate.cell}+${E},2)`, evaluation.projected), 'EE')
  const systemic = writeSystemic(context, evaluation.systemic)
  const seen = writeSeen(context, evaluation, systemic)
  const exactly = estimate.cents + known + evaluation.systemic + evaluation.anomalous
  const total = writer.line(
    words.text('line.totalExact'),
    liveEuros(`${estimate.cell}+${E}+${systemic}+${seen.anomalous}`, exactly),
  )
  writer.line(words.text('line.totalError'), liveEuros(`ROUND(${total},2)`, evaluation.totalError))
  const share = (of: string): string => `IF(${cells.amount}=0,0,${of}/${cells.amount})`
  writer.line(words.text('line.totalRate'), live(share(total), evaluation.totalErrorRate, 'RATE'), 'TER')
  const upper = writeLimit(context, used, evaluation, total)
  const tolerable = writer.line(
    words.text('line.tolerable'),
    liveEuros(`${cells.materiality}*${cells.amount}`, evaluation.materiality * evaluation.declared),
    'TE',
  )
  return { total, upper, tolerable, confirmed: seen.confirmed }
}

function writeLimit(
  { writer, words, cells }: SampleContext,
  used: WrittenEstimate | null,
  { precision, upperLimit, upperLimitRate }: Evaluation,
  total: string,
): string | null {
  if (precision === null || upperLimit === null) return null
  const SE = used?.precision?.cell ?? '0'
  writer.line(words.print('evaluation.precision'), liveEuros(`ROUND(${SE},2)`, precision), 'SE')
  const upper = writer.line(words.text('line.upperLimit'), liveEuros(`ROUND(${total}+${SE},2)`, upperLimit))
  const share = `IF(${cells.amount}=0,0,(${total}+${SE})/${cells.amount})`
  writer.line(words.text('line.upperRate'), live(share, upperLimitRate ?? 0, 'RATE'), 'ULE')
  return upper
}

/** Wrong lines: seen, projected, and how many there may be at most (Clopper–Pearson; exact for the population). */
function writeLineRates(context: SampleContext, { evaluation, observed, part }: Grounds) {
  const { writer, words, lines, linesName } = context
  const { projected, upperLines, upperRate, wrong: all, apart } = evaluation.lines
  const level = lineConfidence(context, evaluation)
  const size = observed.sample.length
  const wrong = observed.sample.filter(({ isWrong }) => isWrong).length
  const range = lines.sampled && linesRange(linesName, 'wrong', lines.sampled)
  const k = writer.line(words.text('line.wrong'), live(range ? `SUM(${range})` : '0', wrong), 'k')
  const rest = lines.exhaustive ? sumOver(context, 'wrong', [lines.exhaustive]) : '0'
  const whole = writer.line(words.text('line.exhaustiveWrong'), live(rest, all - wrong))
  const picked = writer.line(words.text('line.pickedLines'), observed.picked.length)
  const beside = writer.line(words.text('line.apartWrong'), apart)
  const [known, N] = [`${whole}+${beside}`, `(${part.N}-${picked})`]
  if (projected === null || upperLines === null || upperRate === null) return null
  const share = size > 0 ? `${N}*${k}/${part.n}` : '0'
  const expected = writer.line(
    words.text('line.projectedWrong'),
    live(`${known}+${share}`, projected),
    'N·k/n',
  )
  const drawn = upperLines - apart - (all - wrong)
  const isSequential = level === null
  const K = writer.line(
    words.text('line.mostWrong'),
    drawn,
    words.text(isSequential ? 'remark.sequential' : 'remark.mostWrong'),
  )
  if (size > 0 && !isSequential)
    writeProof(context, { K, k, n: part.n, N }, drawn, wrong, {
      ...{ all: observed.lines - observed.picked.length, size },
    })
  const most = writer.line(words.text('line.upperLines'), live(`${known}+${K}`, upperLines))
  const of = `MAX(1,${part.N}+${part.X}+${observed.delimited})`
  if (isSequential) {
    writer.line(words.text('line.upperLineRate'), live(`${most}/${of}`, upperRate, 'RATE'))
    return { expected, most }
  }
  const CL = evaluation.looks > 1 ? `(1-(1-${part.CL})/${evaluation.looks})` : part.CL
  const bound = `IF(${k}>=${part.n},1,BETAINV(${CL},${k}+1,${part.n}-${k}))`
  const limit = writer.line(
    words.text('line.clopperPearson'),
    live(size > 0 ? bound : '0', size > 0 ? clopperPearsonUpper(wrong, size, level) : 0, 'RATE'),
    'P(Bin(n, p) ≤ k) = 1 − CL',
  )
  writer.line(words.text('line.upperLineRate'), live(`(${known}+${N}*${limit})/${of}`, upperRate, 'RATE'))
  return { expected, most }
}

/** The confidence of the limits of lines; null where they are sequential. */
function lineConfidence({ record }: SampleContext, { looks, confidence }: Evaluation): number | null {
  return looks > 1 && record.definition.wrongLines !== undefined ? null : confidenceOfEach(looks, confidence)
}

/** K is found by search; that it is the largest is shown by the chance of so few wrong lines at K and at K + 1. */
function writeProof(
  { writer, words }: SampleContext,
  { K, k, n, N }: Readonly<Record<'K' | 'k' | 'n' | 'N', string>>,
  most: number,
  wrong: number,
  { all, size }: { readonly all: number; readonly size: number },
): void {
  for (const more of [0, 1]) {
    if (most + more > all - (size - wrong)) return
    const formula = `_xlfn.HYPGEOM.DIST(${k},${n},${K}+${more},${N},TRUE)`
    const chance = chanceOfFewer(all, most + more, size, wrong)
    writer.line(
      words.text('line.chance', { more: more === 0 ? 'K' : 'K + 1' }),
      live(formula, chance),
      more === 0 ? '> 1 − CL' : '≤ 1 − CL',
    )
  }
}

const above = (a: string, b: string): string => `${a}-${b}>0.000000001*MAX(1,ABS(${b}))`

/** The sheet from the sampled part’s estimate to the conclusion, which follows when a number is changed. */
export function writeConclusion(context: SampleContext, grounds: Grounds): void {
  const { writer, words, record } = context
  writer.section(words.text('section.evaluation'))
  const { total, upper, tolerable, confirmed } = writeTotals(context, grounds)
  writer.section(words.text('section.lines'))
  const rates = writeLineRates(context, grounds)
  const say = (verdict: string): string => quoted(words.print(`verdict.${verdict}`))
  const choose = (isMaterial: string, isNot: string): string =>
    `IF(${isMaterial},${say('MATERIAL')},IF(${isNot},${say('NOT_MATERIAL')},${say('INCONCLUSIVE')}))`
  const { method, wrongLines } = record.definition
  const isByLines = method === 'DISCOVERY' && wrongLines !== undefined && rates !== null
  const { evaluation } = grounds
  const isJudged = upper === null && hasJudgement(record, evaluation)
  // a limit that is worth less than the confidence that was asked carries no verdict
  const bound = isWorthLess(evaluation) ? null : isJudged ? total : upper
  const threshold = isByLines ? writer.line(words.print('parameter.wrongLines'), wrongLines) : ''
  const formula = isByLines
    ? choose(`${rates.expected}>=${threshold}`, `${rates.most}<${threshold}`)
    : choose(
        `OR(${above(total, tolerable)},${above(confirmed, tolerable)})`,
        bound === null ? 'FALSE' : above(tolerable, bound),
      )
  writer.line(
    words.print('evaluation.conclusion'),
    live(formula, words.print(`verdict.${evaluation.conclusion}`)),
  )
}
