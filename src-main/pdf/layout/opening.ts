import type { Content } from '#main/pdf/layout/pdf-types.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { dataTable, facts, minorHeading, paragraph } from '#main/pdf/layout/blocks.ts'
import { refusalInShort } from '#main/pdf/layout/obstruction.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { outcomeOf } from '#main/pdf/layout/settlement.ts'
import { INK } from '#main/pdf/layout/theme.ts'

/** The verdict in one look, then in words, then every finding in one line. */
export function summary(model: ReportModel, texts: PrintTexts): Content[] {
  const { counts, sections } = model
  const findings = sections.flatMap((section) => section.findings).filter(({ positive }) => !positive)
  return [
    ...refusalInShort(model, texts),
    ...(model.refusal && findings.length === 0 ? [] : [keyFigures(model, texts)]),
    facts([
      [texts.text('fact.assessment'), { text: model.assessment || texts.text('notGiven'), bold: true }],
      ...proposal(model, texts),
    ]),
    ...(model.refusal && model.summary.trim() === ''
      ? []
      : [paragraph(model.summary, texts.text('notGiven'))]),
    ...(counts.findings === 0
      ? []
      : [...minorHeading(texts.text('summary.bySeverity')), severities(model, texts)]),
    ...(findings.length === 0 ? [] : [...minorHeading(texts.text('summary.overview'))]),
    ...(findings.length === 0 ? [] : [overview(findings, texts)]),
  ]
}

/** What is proposed for payment, where the inspection settles anything. */
function proposal({ settlement }: ReportModel, texts: PrintTexts): [string, Content][] {
  if (settlement === null) return []
  const [outcome, due] = outcomeOf(settlement)
  return [
    [texts.text('settlement.accepted'), texts.euros(settlement.accepted)],
    [texts.text(`settlement.${outcome}`), { text: texts.euros(due), bold: true }],
  ]
}

type Finding = ReportModel['sections'][number]['findings'][number]

function keyFigures({ counts }: ReportModel, texts: PrintTexts): Content {
  const figures = [
    [texts.figure(counts.findings), 'findings'],
    [texts.figure(counts.positive), 'positive'],
    [texts.euros(counts.amount), 'amount'],
  ] as const
  const cell = ([value, key]: (typeof figures)[number]) => ({
    fillColor: INK.ground,
    border: [false, false, false, false] as [boolean, boolean, boolean, boolean],
    stack: [
      { text: value, fontSize: 16, bold: true },
      { text: texts.text(`summary.${key}`), style: 'small' },
    ],
  })
  return {
    layout: 'frame',
    margin: [0, 0, 0, 10],
    table: { widths: ['*', '*', '*'], body: [figures.map(cell)] },
  }
}

function severities({ counts }: ReportModel, texts: PrintTexts): Content {
  const columns = [
    { title: texts.text('column.severity'), width: 120 },
    { title: texts.text('column.count'), width: 50, align: 'right' as const },
  ]
  return dataTable(
    columns,
    counts.bySeverity.map(([severity, count]) => [severity, texts.figure(count)]),
  )
}

function overview(findings: readonly Finding[], texts: PrintTexts): Content {
  return dataTable(
    [
      { title: texts.text('column.number'), width: 34 },
      { title: texts.text('column.title'), width: '*' },
      { title: texts.text('column.severity'), width: 66 },
      { title: texts.text('column.amount'), width: 78, align: 'right' },
    ],
    findings.map(({ number, title, severity, amount }) => [
      number,
      title || texts.text('notGiven'),
      severity,
      amount === null ? '–' : texts.euros(amount),
    ]),
  )
}

/** On what authority, about what, and how free of interest. */
export function mandate(model: ReportModel, texts: PrintTexts): Content[] {
  const bases: Content =
    model.legalBases.length === 0
      ? paragraph('', texts.text('none'))
      : { ul: model.legalBases, margin: [0, 0, 0, 8], markerColor: INK.soft }
  return [
    ...minorHeading(texts.text('mandate.bases')),
    bases,
    paragraph(scope(model, texts), ''),
    paragraph(texts.text('mandate.grid', model.scope), ''),
    paragraph(texts.text(`mandate.${model.independenceDeclared ? 'independence' : 'noIndependence'}`), ''),
  ]
}

function scope({ agreement, period }: ReportModel, texts: PrintTexts): string {
  const about = { agreement: agreement.no, period: texts.text('to', period) }
  const amendments = agreement.amendments.map(({ no }) => no).join(', ')
  return amendments === ''
    ? texts.text('mandate.scope', about)
    : texts.text('mandate.scopeAmended', { ...about, amendments })
}

/** What was agreed, and paid so far. */
export function context({ agreement }: ReportModel, texts: PrintTexts): Content[] {
  const pairs: [string, Content][] = [
    ['measure', agreement.measure],
    ['project', agreement.project],
    ['type', agreement.type],
    ['duration', texts.text('to', { start: agreement.start, end: agreement.end })],
    ['mode', agreement.mode],
    ['ceiling', texts.euros(agreement.ceiling)],
    ['fte', texts.figure(agreement.agreedFte)],
    ['euFunding', agreement.euFunding],
    ['sites', agreement.sites.length === 0 ? '' : { stack: agreement.sites }],
  ]
  return [
    facts(pairs.map(([key, value]): [string, Content] => [texts.text(`fact.${key}`), value])),
    ...instalments(agreement, texts),
    ...amendments(agreement, texts),
  ]
}

function instalments({ instalments: paid }: ReportModel['agreement'], texts: PrintTexts): Content[] {
  if (paid.length === 0) return []
  const table = dataTable(
    [
      { title: texts.text('column.instalment'), width: 46 },
      { title: texts.text('column.dueEvent'), width: '*' },
      { title: texts.text('column.share'), width: 46, align: 'right' },
      { title: texts.text('column.amount'), width: 84, align: 'right' },
      { title: texts.text('column.paidOn'), width: 62, align: 'right' },
    ],
    paid.map(({ no, percentage, dueEvent, amount, paidOn }) => [
      texts.figure(no),
      dueEvent,
      `${texts.figure(percentage)}\u00a0%`,
      texts.euros(amount),
      paidOn || '–',
    ]),
  )
  return [...minorHeading(texts.text('context.instalments')), table]
}

function amendments({ amendments: made }: ReportModel['agreement'], texts: PrintTexts): Content[] {
  if (made.length === 0) return []
  const table = dataTable(
    [
      { title: texts.text('column.number'), width: 34 },
      { title: texts.text('column.date'), width: 62 },
      { title: texts.text('column.title'), width: '*' },
    ],
    made.map(({ no, date, title }) => [texts.figure(no), date, title]),
  )
  return [...minorHeading(texts.text('context.amendments')), table]
}
