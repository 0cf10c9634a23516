import type { Content } from '#main/pdf/layout/pdf-types.ts'
import type { ReportFinding, ReportModel, ReportSection } from '#domain/report/report-model.ts'
import { facts, hairline, reserve, subHeading } from '#main/pdf/layout/blocks.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { INK } from '#main/pdf/layout/theme.ts'

/** Section by section: how many points got which answer, then the findings, then the positive points. */
export function results(model: ReportModel, texts: PrintTexts, number: number, id: string): Content[] {
  return model.sections.flatMap((section, at) => [
    ...subHeading(`${number}.${at + 1}  ${section.title}`, section.findings.length === 0 ? 60 : 170, id),
    tally(section, texts),
    ...printFindings(section, texts),
  ])
}

/** One quiet line under the heading: a section without findings needs no more. */
function tally({ tally: counts, findings, notExamined, points }: ReportSection, texts: PrintTexts): Content {
  const answers = counts.map(([answer, count]) => `${answer}\u00a0${count}`).join(' · ')
  const checked = counts.length === 0 ? [] : [texts.text('results.answers', { tally: answers })]
  const refused = notExamined === 0 ? [] : [texts.text('results.notExamined', { count: notExamined })]
  const untouched = points.length > 0 && notExamined === points.length
  const none = findings.length === 0 && !untouched ? [texts.text('results.noFinding')] : []
  return { text: [...checked, ...refused, ...none].join('. '), style: 'small', margin: [0, 0, 0, 4] }
}

function printFindings({ findings }: ReportSection, texts: PrintTexts): Content[] {
  const ordered = [...findings].sort((a, b) => Number(a.positive) - Number(b.positive))
  return ordered.flatMap((finding) => printFinding(finding, texts))
}

/** Room for the number: it hangs out to the left of all that is said of the finding. */
const INDENT = 44

function printFinding(finding: ReportFinding, texts: PrintTexts): Content[] {
  const head = { bold: true, fontSize: 10.5 }
  return [
    reserve(110),
    hairline([0, 6, 0, 6]),
    {
      columnGap: 10,
      columns: [
        { ...head, text: finding.number, width: 34, color: INK.accent },
        { ...head, text: finding.title || texts.text('notGiven'), width: '*' },
        { ...head, text: amountOf(finding, texts), width: 'auto', alignment: 'right' },
      ],
    },
    { text: qualities(finding, texts), style: 'small', margin: [INDENT, 1, 0, 4] },
    elements(finding, texts),
  ]
}

const amountOf = ({ amount }: ReportFinding, texts: PrintTexts) =>
  amount === null ? '' : texts.euros(amount)

function qualities(finding: ReportFinding, texts: PrintTexts): string {
  const point = finding.pointCode === null ? [] : [texts.text('results.point', { code: finding.pointCode })]
  const judgement = finding.positive ? [texts.text('results.positive')] : [finding.severity, finding.nature]
  return [...judgement, ...point].join(' · ')
}

const ELEMENTS = ['criterion', 'condition', 'cause', 'effect', 'recommendation'] as const

/** Every element of a finding (`docs/domain/report.md`); one that is missing says so, except on a positive point. */
function elements(finding: ReportFinding, texts: PrintTexts): Content {
  const missing: Content = finding.positive ? '' : { text: texts.text('notGiven'), style: 'soft' }
  const written = ELEMENTS.map((key): [string, Content] => [
    texts.text(`element.${key}`),
    finding[key].trim() === '' ? missing : finding[key],
  ])
  const links: [string, Content][] = [
    [texts.text('element.rows'), finding.rows.length === 0 ? '' : { stack: finding.rows }],
    [texts.text('element.evidence'), finding.evidence.join(', ')],
  ]
  return facts([...written, ...links], { labelWidth: 92, indent: INDENT })
}
