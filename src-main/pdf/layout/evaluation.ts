import type {
  ReportEvaluation,
  ReportOpinion,
  ReportSample,
  ReportSampleLine,
} from '#domain/report/numbers-model.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { dataTable, facts, minorHeading, paragraph, reserve } from '#main/pdf/layout/blocks.ts'
import type { Content, TableCell } from '#main/pdf/layout/pdf-types.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'

/** What was found on each sample, alone and together: part of the financial chapter. */
export const evaluations = (model: ReportModel, texts: PrintTexts): Content[] => [
  ...eachEvaluation(model, texts),
  ...(model.opinion ? together(model.opinion, texts) : []),
]

function together(opinion: ReportOpinion, texts: PrintTexts): Content[] {
  const { upperConfidence: worth, precision } = opinion
  const pairs: [string, Content][] = [
    ['opinion.samples', opinion.samples],
    ['evaluation.declared', texts.euros(opinion.declared)],
    ['evaluation.confirmed', texts.euros(opinion.confirmed)],
    ['evaluation.totalError', amountAndRate(opinion.totalError, opinion.totalErrorRate, texts)],
    ['evaluation.precision', precision === null ? '' : texts.euros(precision)],
    ['evaluation.upperLimit', amountAndRate(opinion.upperLimit, opinion.upperLimitRate, texts)],
    ['evaluation.tolerable', amountAndRate(opinion.tolerable, opinion.materiality, texts)],
    ['opinion.confidence', worth === null ? '' : texts.percent(worth)],
    ['evaluation.conclusion', { text: opinion.conclusion, bold: true }],
  ]
  return [
    reserve(150),
    { text: texts.text('opinion.heading'), style: 'h2' },
    facts(
      pairs.map(([key, value]): [string, Content] => [texts.text(key), value]),
      { labelWidth: 215 },
    ),
    ...reservations(opinion, texts),
  ]
}

const eachEvaluation = ({ samples }: ReportModel, texts: PrintTexts): Content[] =>
  samples.flatMap((sample) => [
    reserve(150),
    { text: texts.text('evaluation.heading', { number: sample.number }), style: 'h2' },
    ...(sample.evaluation ? evaluated(sample, sample.evaluation, texts) : [notEvaluated(sample)]),
    ...lines(sample, texts),
  ])

const notEvaluated = ({ problem }: ReportSample): Content => paragraph(problem, '')

function evaluated(sample: ReportSample, evaluation: ReportEvaluation, texts: PrintTexts): Content[] {
  const { notices } = sample
  return [
    facts(figures(sample, evaluation, texts), { labelWidth: 215 }),
    { text: sample.standing, bold: true, margin: [0, 2, 0, 4] },
    ...(notices.length === 0 ? [] : [{ ul: notices, margin: [0, 0, 0, 4] } as Content]),
    ...reservations(evaluation, texts),
  ]
}

/** The warnings stand right under the numbers that they limit. */
const reservations = ({ warnings }: Pick<ReportEvaluation, 'warnings'>, texts: PrintTexts): Content[] =>
  warnings.length === 0
    ? []
    : [...minorHeading(texts.text('sample.warnings')), { ul: warnings, margin: [0, 0, 0, 6] }]

function figures(sample: ReportSample, evaluation: ReportEvaluation, texts: PrintTexts) {
  const { lines: rates } = evaluation
  const counts = { checked: texts.figure(rates.checked), wrong: texts.figure(rates.wrong) }
  const projected = texts.euros(evaluation.projected)
  const isApplied = sample.applied !== null
  const pairs: [string, Content][] = [
    ['checked', texts.text('evaluation.of', counts)],
    ['apart', rates.apart ? texts.figure(rates.apart) : ''],
    ['declared', texts.euros(evaluation.declared)],
    ['confirmed', texts.euros(evaluation.confirmed)],
    ['projected', isApplied ? projected : texts.text('evaluation.indicative', { amount: projected })],
    ['estimator', evaluation.estimator],
    ['systemic', evaluation.systemic === 0 ? '' : texts.euros(evaluation.systemic)],
    ['anomalous', evaluation.anomalous === 0 ? '' : texts.euros(evaluation.anomalous)],
    ['totalError', amountAndRate(evaluation.totalError, evaluation.totalErrorRate, texts)],
    ['precision', evaluation.precision === null ? '' : texts.euros(evaluation.precision)],
    ['upperLimit', amountAndRate(evaluation.upperLimit, evaluation.upperLimitRate, texts)],
    ['tolerable', amountAndRate(evaluation.tolerable, evaluation.materiality, texts)],
    ['confidence', confidence(evaluation, texts)],
    ['upperRate', rates.upperRate === null ? '' : texts.percent(rates.upperRate)],
    ['upperLines', upperLines(rates, texts)],
    ['conclusion', { text: evaluation.conclusion, bold: true }],
  ]
  return pairs.map(([key, value]): [string, Content] => [texts.text(`evaluation.${key}`), value])
}

const amountAndRate = (amount: number | null, rate: number | null, texts: PrintTexts): string =>
  amount === null || rate === null ? '' : `${texts.euros(amount)} (${texts.percent(rate)})`

const pair = (one: string, two: string, texts: PrintTexts): string => texts.text('sample.pair', { one, two })

const confidence = ({ confidence: both, upperConfidence }: ReportEvaluation, texts: PrintTexts): string =>
  pair(texts.percent(both), upperConfidence === null ? '–' : texts.percent(upperConfidence), texts)

const upperLines = ({ projected, upperLines: most }: ReportEvaluation['lines'], texts: PrintTexts): string =>
  projected === null || most === null ? '' : pair(texts.figure(projected), texts.figure(most), texts)

function lines({ lines: told, evaluation }: ReportSample, texts: PrintTexts): Content[] {
  if (told.length === 0) return evaluation === null ? [] : [paragraph(texts.text('sample.noErrors'), '')]
  const amounts = ['declared', 'found', 'acceptedAmount', 'difference'].map((key) => {
    return { title: texts.text(`column.${key}`), width: 62, align: 'right' as const }
  })
  const columns = [
    { title: texts.text('column.line'), width: 76 },
    ...amounts,
    { title: texts.text('column.cause'), width: '*' as const },
  ]
  return [
    ...minorHeading(texts.text('sample.errors')),
    dataTable(
      columns,
      told.map((line) => lineRow(line, texts)),
    ),
  ]
}

function lineRow(line: ReportSampleLine, texts: PrintTexts): TableCell[] {
  const { declared, found, accepted } = line
  const amount = (cents: number | null): string => (cents === null ? '–' : texts.euros(cents))
  const said = [line.nature, line.justification, line.finding].filter((text) => text !== '')
  return [
    { stack: [line.id, { text: line.part, style: 'small' }] },
    amount(declared),
    amount(found),
    amount(accepted),
    amount(accepted === null ? null : declared - accepted),
    { stack: [line.cause || '–', { text: said.join(' · '), style: 'small' }] },
  ]
}
