import type { Content, TableCell } from '#main/pdf/layout/pdf-types.ts'
import type { ReportFinding, ReportModel } from '#domain/report/report-model.ts'
import { dataTable, facts, paragraph } from '#main/pdf/layout/blocks.ts'
import { evaluations } from '#main/pdf/layout/evaluation.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { settlement } from '#main/pdf/layout/settlement.ts'

const findingsOf = ({ sections }: ReportModel) => sections.flatMap(({ findings }) => findings)
const byNumber = (a: ReportFinding, b: ReportFinding) =>
  a.number.localeCompare(b.number, 'en', { numeric: true })

/** Target, threshold, what was declared and the gap. */
export function indicators(model: ReportModel, texts: PrintTexts): Content[] {
  if (model.indicators.length === 0) return [paragraph('', texts.text('none'))]
  const figure = (value: number | null) => (value === null ? '–' : texts.figure(value))
  const columns = (['target', 'threshold', 'declared', 'gap'] as const).map((key) => {
    return { title: texts.text(`column.${key}`), width: 54, align: 'right' as const }
  })
  return [
    dataTable(
      [
        { title: texts.text('column.code'), width: 48 },
        { title: texts.text('column.indicator'), width: '*' },
        ...columns,
      ],
      model.indicators.map(({ code, label, unit, target, threshold, declared, gap }) => [
        code,
        unit === '' ? label : `${label} (${unit})`,
        ...[target, threshold, declared, gap].map(figure),
      ]),
    ),
  ]
}

/** Amounts of findings, errors of samples and their projection, and what is proposed for payment. */
export const financial = (model: ReportModel, texts: PrintTexts): Content[] => [
  ...findingAmounts(model, texts),
  ...evaluations(model, texts),
  ...settlement(model, texts),
]

/** Every amount, with the total of the summary. */
function findingAmounts(model: ReportModel, texts: PrintTexts): Content[] {
  const withAmount = findingsOf(model)
    .filter(({ amount }) => amount !== null)
    .sort(byNumber)
  if (withAmount.length === 0) return [paragraph('', texts.text('financial.none'))]
  const rows = withAmount.map(({ number, title, nature, amount }): TableCell[] => [
    number,
    title || texts.text('notGiven'),
    nature,
    texts.euros(amount ?? 0),
  ])
  const total = [
    { text: texts.text('column.total'), bold: true, colSpan: 3 },
    '',
    '',
    { text: texts.euros(model.counts.amount), bold: true },
  ]
  return [dataTable(financialColumns(texts), [...rows, total]), paragraph(texts.text('financial.note'), '')]
}

const financialColumns = (texts: PrintTexts) => [
  { title: texts.text('column.number'), width: 34 },
  { title: texts.text('column.title'), width: '*' as const },
  { title: texts.text('column.nature'), width: 96 },
  { title: texts.text('column.amount'), width: 84, align: 'right' as const },
]

/** The recommendations again, by finding: the list the next inspection starts from. */
export function followUp(model: ReportModel, texts: PrintTexts): Content[] {
  const recommended = findingsOf(model)
    .filter(({ recommendation }) => recommendation.trim() !== '')
    .sort(byNumber)
  if (recommended.length === 0) return [paragraph('', texts.text('followUp.none'))]
  const columns = [
    { title: texts.text('column.number'), width: 34 },
    { title: texts.text('column.recommendation'), width: '*' as const },
  ]
  const rows = recommended.map(({ number, recommendation }) => [number, recommendation])
  return [paragraph(texts.text('followUp.intro'), ''), dataTable(columns, rows)]
}

/** How, to whom and until when the partner may reply, and what silence means: to the findings, and to what is said of a refused access. */
export function reply(model: ReportModel, texts: PrintTexts): Content[] {
  const { organisation, replyDays: days, refusal } = model
  const toFindings = refusal === null || findingsOf(model).length > 0
  const written = [...(refusal ? ['obstruction.reply'] : []), ...(toFindings ? ['reply.text'] : [])]
  return written.map((key) => paragraph(texts.text(key, { organisation, days }), ''))
}

export function conclusion(model: ReportModel, texts: PrintTexts): Content[] {
  const missing = texts.text('notGiven')
  return [
    facts([[texts.text('fact.assessment'), { text: model.assessment || missing, bold: true }]]),
    paragraph(model.conclusion, missing),
  ]
}
