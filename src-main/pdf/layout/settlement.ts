import type { ReportSettlement } from '#domain/report/numbers-model.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { dataTable, facts, minorHeading, paragraph, reserve } from '#main/pdf/layout/blocks.ts'
import type { Content, TableCell } from '#main/pdf/layout/pdf-types.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { parameterTable } from '#main/pdf/layout/samples.ts'

/** The proposed settlement, or why there is none: part of the financial chapter. */
export function settlement(model: ReportModel, texts: PrintTexts): Content[] {
  const { settlement: settled, settlementProblem: problem } = model
  if (settled === null && problem === '') return []
  const heading: Content[] = [reserve(160), { text: texts.text('settlement.heading'), style: 'h2' }]
  if (settled === null) return [...heading, paragraph(problem, '')]
  const { settledOn: day, mode, note, notices } = settled
  return [
    ...heading,
    paragraph(texts.text('settlement.intro', { day, mode }), ''),
    lineTable(settled, texts),
    ...cutTable(settled, texts),
    ...adjustmentTable(settled, texts),
    ...leftOutTable(settled, texts),
    ...result(settled, texts),
    ...parameterTable(settled.parameters, texts.text('settlement.parameters'), texts),
    ...(notices.length === 0
      ? []
      : [...minorHeading(texts.text('sample.warnings')), { ul: notices, margin: [0, 0, 0, 6] } as Content]),
    ...(note === '' ? [] : [...minorHeading(texts.text('settlement.note')), paragraph(note, '')]),
  ]
}

const amountColumn = (key: string, texts: PrintTexts) => ({
  title: texts.text(`column.${key}`),
  width: 82,
  align: 'right' as const,
})

/** Declared, accepted, difference of each cost line; the foot is their sum, before what no line bears. */
function lineTable({ lines }: ReportSettlement, texts: PrintTexts): Content {
  const sum = (key: 'declared' | 'accepted' | 'rejected'): TableCell => ({
    text: texts.euros(lines.reduce((total, line) => total + line[key], 0)),
    bold: true,
  })
  const foot = [
    { text: texts.text('column.total'), bold: true },
    { text: texts.figure(lines.reduce((total, { rows }) => total + rows, 0)), bold: true },
    ...[sum('declared'), sum('accepted'), sum('rejected')],
  ]
  return dataTable(
    [
      { title: texts.text('column.costLine'), width: '*' },
      { title: texts.text('column.rows'), width: 46, align: 'right' },
      ...['declared', 'acceptedAmount', 'difference'].map((key) => amountColumn(key, texts)),
    ],
    [
      ...lines.map(({ line, rows, declared, accepted, rejected }): TableCell[] => [
        line,
        texts.figure(rows),
        ...[declared, accepted, rejected].map((cents) => texts.euros(cents)),
      ]),
      foot,
    ],
  )
}

/** Why the lines were cut, with the findings behind it. */
function cutTable({ cuts }: ReportSettlement, texts: PrintTexts): Content[] {
  if (cuts.length === 0) return []
  const table = dataTable(
    [
      { title: texts.text('column.costLine'), width: 110 },
      { title: texts.text('column.cause'), width: '*' },
      { title: texts.text('column.finding'), width: 62 },
      { title: texts.text('column.rows'), width: 40, align: 'right' },
      amountColumn('amount', texts),
    ],
    cuts.map(({ line, cause, findings, rows, amount }) => [
      line,
      cause,
      findings.join(', ') || '–',
      texts.figure(rows),
      texts.euros(amount),
    ]),
  )
  return [...minorHeading(texts.text('settlement.cuts')), table]
}

function adjustmentTable({ adjustments }: ReportSettlement, texts: PrintTexts): Content[] {
  if (adjustments.length === 0) return []
  const table = dataTable(
    [
      { title: texts.text('column.costLine'), width: 110 },
      { title: texts.text('column.cause'), width: '*' },
      { title: texts.text('column.finding'), width: 62 },
      amountColumn('amount', texts),
    ],
    adjustments.map(({ line, cause, findings, amount }) => [
      line || texts.text('settlement.whole'),
      cause,
      findings.join(', ') || '–',
      texts.euros(amount),
    ]),
  )
  return [...minorHeading(texts.text('settlement.adjustments')), table]
}

/** What was not taken a second time, and what had taken it first. */
function leftOutTable({ leftOut = [] }: ReportSettlement, texts: PrintTexts): Content[] {
  if (leftOut.length === 0) return []
  const table = dataTable(
    [
      { title: texts.text('column.costLine'), width: 64 },
      { title: texts.text('column.cause'), width: '*' },
      { title: texts.text('column.finding'), width: 48 },
      { title: texts.text('column.takenBy'), width: 124 },
      { title: texts.text('column.rows'), width: 34, align: 'right' },
      { ...amountColumn('amount', texts), width: 66 },
    ],
    leftOut.map(({ line, cause, findings, taken, rows, amount }) => [
      line || texts.text('settlement.whole'),
      cause,
      findings.join(', ') || '–',
      taken.join(', ') || texts.text('settlement.nothingLeft'),
      rows === 0 ? '–' : texts.figure(rows),
      texts.euros(amount),
    ]),
  )
  return [
    reserve(130),
    ...minorHeading(texts.text('settlement.leftOut')),
    paragraph(texts.text('settlement.leftOutIntro'), ''),
    table,
  ]
}

/** What follows from the settlement: a balance to be paid, or a recovery. */
export const outcomeOf = ({ balance, recovery }: ReportSettlement): ['recovery' | 'balance', number] =>
  recovery > 0 ? ['recovery', recovery] : ['balance', balance]

/** From what was declared to what is to be paid, or paid back. */
function result(settled: ReportSettlement, texts: PrintTexts): Content[] {
  const { declared, accepted, rejected, advances, advanced } = settled
  const [outcome, due] = outcomeOf(settled)
  const amount = (cents: number): string => texts.euros(cents)
  const pairs: [string, Content][] = [
    [texts.text('column.declared'), amount(declared)],
    [texts.text('column.difference'), amount(-rejected)],
    [texts.text('settlement.accepted'), { text: amount(accepted), bold: true }],
    ...advances.map(({ paidOn, amount: paid }): [string, Content] => [
      texts.text('settlement.advance', { day: paidOn }),
      amount(paid),
    ]),
    [texts.text('settlement.advances'), amount(advanced)],
    [texts.text(`settlement.${outcome}`), { text: amount(due), bold: true, fontSize: 11 }],
  ]
  return [reserve(190), ...minorHeading(texts.text('settlement.result')), facts(pairs, { labelWidth: 180 })]
}
