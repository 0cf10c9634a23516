import { sampleLabel } from '#domain/finding/numbering.ts'
import { isNormalTheory } from '#domain/sampling/definition.ts'
import { combineParts, type OpinionPart } from '#domain/sampling/opinion.ts'
import type { Sheet } from '#domain/table/write-workbook.ts'
import type { PaperWords } from '#domain/workpaper/paper-words.ts'
import { euros, live, liveEuros, quoted, rate, SheetWriter } from '#domain/workpaper/sheet-writer.ts'

/** A sample among those that are judged together. */
export interface NumberedPart {
  readonly number: number
  readonly part: OpinionPart
}

const COLUMNS = [
  ...['sample', 'method', 'declared', 'confirmed', 'totalError', 'precision', 'miss', 'isNormal'],
  ...['materiality', 'asked', 'passes'],
] as const

/** One sample to a row, with what its evaluation says. */
function writeParts(writer: SheetWriter, parts: readonly NumberedPart[], words: PaperWords): void {
  for (const { number, part } of parts) {
    const { method, precision, conclusion, basis } = part
    const passes = conclusion === 'NOT_MATERIAL' && basis !== 'LINES'
    writer.row(
      ...[sampleLabel(number), words.print(`samplingMethod.${method}`)],
      ...[euros(part.declared), euros(part.confirmed), euros(part.totalError)],
      precision === null ? '' : euros(precision),
      precision === null ? '' : rate(precision === 0 ? 0 : 1 - (part.upperConfidence ?? 0)),
      ...[isNormalTheory(method) ? 1 : 0, rate(part.materiality), rate(part.confidence), passes ? 1 : 0],
    )
  }
}

/** The opinion over several samples: what each says, and how it is put together, in live formulas. */
export function opinionSheet(parts: readonly NumberedPart[], words: PaperWords): Sheet {
  const writer = new SheetWriter(words.text('sheet.opinion'))
  writer.titles(...COLUMNS.map((column) => words.text(`opinion.${column}`)))
  const from = writer.height + 1
  writeParts(writer, parts, words)
  const to = writer.height
  const of = (column: string): string => `$${column}$${String(from)}:$${column}$${String(to)}`
  const opinion = combineParts(parts.map(({ part }) => part))
  const print = (key: string): string => words.print(`evaluation.${key}`)
  writer.row()
  const BV = writer.line(print('declared'), liveEuros(`SUM(${of('C')})`, opinion.declared), 'ΣBV')
  const known = writer.line(print('confirmed'), liveEuros(`SUM(${of('D')})`, opinion.confirmed))
  const E = writer.line(print('totalError'), liveEuros(`SUM(${of('E')})`, opinion.totalError), 'ΣE')
  const asked = writer.line(
    words.print('parameter.confidence'),
    live(`MIN(${of('J')})`, minimum(parts), 'RATE'),
  )
  const M = writer.line(
    words.print('parameter.materiality'),
    live(`MIN(${of('I')})`, opinion.materiality, 'RATE'),
  )
  const TE = writer.line(
    print('tolerable'),
    liveEuros(`${M}*${BV}`, opinion.materiality * opinion.declared),
    'TE',
  )
  const above = (a: string, b: string): string => `${a}-${b}>0.000000001`
  let below = `AND(MIN(${of('K')})=1,${above(TE, E)})`
  if (opinion.precision !== null && opinion.upperLimit !== null) {
    const normal = `ROUND(SQRT(SUMPRODUCT(${of('H')}*${of('F')}^2)),2)`
    const SE = writer.line(
      print('precision'),
      liveEuros(`${normal}+SUMPRODUCT((1-${of('H')})*${of('F')})`, opinion.precision),
      '√Σ SE² + Σ SE',
    )
    const upper = writer.line(print('upperLimit'), liveEuros(`${E}+${SE}`, opinion.upperLimit), 'ULE')
    const worst = `IF(SUM(${of('H')})=0,0,SUMPRODUCT(MAX(${of('H')}*${of('G')})))`
    const joint = writer.line(
      words.text('opinion.joint'),
      live(`MAX(0,1-${worst}-SUMPRODUCT((1-${of('H')})*${of('G')}))`, opinion.upperConfidence ?? 0, 'RATE'),
      '1 − Σ',
    )
    below = `AND(${asked}-${joint}<=0.000000001,${above(TE, upper)})`
  }
  const say = (verdict: string): string => quoted(words.print(`verdict.${verdict}`))
  writer.line(
    print('conclusion'),
    live(
      `IF(OR(${above(E, TE)},${above(known, TE)}),${say('MATERIAL')},IF(${below},${say('NOT_MATERIAL')},${say('INCONCLUSIVE')}))`,
      words.print(`verdict.${opinion.conclusion}`),
    ),
  )
  return writer.sheet([46, 22, ...Array<number>(9).fill(18)])
}

const minimum = (parts: readonly NumberedPart[]): number =>
  Math.min(...parts.map(({ part }) => part.confidence))
