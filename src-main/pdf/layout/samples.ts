import type { ReportParameter, ReportSample, ReportStep } from '#domain/report/numbers-model.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { dataTable, facts, minorHeading, paragraph, reserve } from '#main/pdf/layout/blocks.ts'
import type { Content } from '#main/pdf/layout/pdf-types.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'

/** How each sample was drawn, so that anyone can draw it again: part of the chapter on the method. */
export const sampleDefinitions = ({ samples }: ReportModel, texts: PrintTexts): Content[] =>
  samples.flatMap((sample) => [
    reserve(160),
    { text: headingOf(sample, texts), style: 'h2' },
    definition(sample, texts),
    ...parameterTable(sample.parameters, texts.text('sample.parameters'), texts),
    ...stepTable(sample.steps, texts),
  ])

const headingOf = ({ number, title }: ReportSample, texts: PrintTexts): string => {
  const heading = texts.text('sample.heading', { number })
  return title === '' ? heading : `${heading} – ${title}`
}

function definition(sample: ReportSample, texts: PrintTexts): Content {
  const { population, parts } = sample
  const size = { count: texts.figure(population.count), amount: texts.euros(population.amount) }
  const pairs: [string, Content][] = [
    ['source', texts.text('sample.size', size)],
    ['populationHash', hash(population.hash)],
    ['listing', { stack: [sample.listing, { text: sample.sha256, style: 'hash' }] }],
    ['filters', sample.filters.length === 0 ? '' : { stack: sample.filters }],
    ['amountRule', sample.amountRule],
    ['stratum', sample.stratum],
    ['method', { text: sample.method, bold: true }],
    ['seed', sample.seed],
    ['version', texts.figure(sample.version)],
    ['convention', sample.convention === '' ? '' : hash(sample.convention)],
    [
      'parts',
      {
        stack: parts.map(([part, count]) => texts.text('sample.part', { part, count: texts.figure(count) })),
      },
    ],
  ]
  const labelled = pairs.map(([key, value]): [string, Content] => [texts.text(`sample.${key}`), value])
  const how: Content[] = sample.drawn ? [{ text: texts.text('sample.redraw'), style: 'small' }] : []
  return { stack: [facts(labelled), ...how] }
}

const hash = (hex: string): Content => ({ text: hex, style: 'hash' })

/** Parameters with the day they hold from, the days they served and their clause; nothing when there are none. */
export function parameterTable(
  parameters: readonly ReportParameter[],
  heading: string,
  texts: PrintTexts,
): Content[] {
  if (parameters.length === 0) return []
  const hasServed = parameters.some(({ served }) => served !== undefined)
  const table = dataTable(
    [
      { title: texts.text('column.parameter'), width: '*' },
      { title: texts.text('column.value'), width: hasServed ? 80 : 110, align: 'right' },
      { title: texts.text('column.since'), width: 62, align: 'right' },
      ...(hasServed ? [{ title: texts.text('column.served'), width: 118 }] : []),
      { title: texts.text('column.clause'), width: hasServed ? 46 : 60 },
    ],
    parameters.map(({ name, value, since, served, clause }) => [
      ...[name, value, since || '–'],
      ...(hasServed ? [served ?? '–'] : []),
      clause || '–',
    ]),
  )
  return [...minorHeading(heading), table]
}

function stepTable(steps: readonly ReportStep[], texts: PrintTexts): Content[] {
  const table = dataTable(
    [
      { title: texts.text('column.date'), width: 62 },
      { title: texts.text('column.step'), width: 170 },
      { title: texts.text('column.reason'), width: '*' },
    ],
    steps.map(({ on, what, reason }) => [on, what, reason || '–']),
  )
  return [...minorHeading(texts.text('sample.steps')), table]
}

/** Whether the report has lines of samples to list. */
export const hasSamples = ({ samples }: ReportModel): boolean => samples.length > 0

/** The ids of all lines to be checked, sample by sample: too many for a table. */
export const sampleAnnex = ({ samples }: ReportModel, texts: PrintTexts): Content[] =>
  samples.flatMap((sample) => [
    ...minorHeading(headingOf(sample, texts)),
    paragraph(texts.text('sample.lines', { count: texts.figure(sample.ids.length) }), ''),
    { text: sample.ids.join(' · '), fontSize: 8, margin: [0, 0, 0, 8] },
  ])
