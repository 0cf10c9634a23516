import type { Content } from 'pdfmake/interfaces.js'
import type { ReportFinding, ReportModel, ReportSection } from '#domain/report/report-model.ts'
import { facts, hairline, subHeading } from '#main/pdf/layout/blocks.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { INK } from '#main/pdf/layout/theme.ts'

/** Section by section: how many points got which answer, then the findings, then the positive points. */
export function results(model: ReportModel, texts: PrintTexts, number: number, id: string): Content[] {
  return model.sections.flatMap((section, at) => [
    subHeading(`${number}.${at + 1}  ${section.title}`, id),
    ...tally(section, texts),
    ...printFindings(section, texts),
  ])
}

function tally({ tally: counts }: ReportSection, texts: PrintTexts): Content[] {
  if (counts.length === 0) return []
  const words = counts.map(([answer, count]) => `${answer} ${count}`).join(' · ')
  return [{ text: texts.text('results.answers', { tally: words }), style: 'small', margin: [0, 0, 0, 4] }]
}

function printFindings({ findings }: ReportSection, texts: PrintTexts): Content[] {
  if (findings.length === 0) return [{ text: texts.text('results.noFinding'), style: 'soft' }]
  const ordered = [...findings].sort((a, b) => Number(a.positive) - Number(b.positive))
  return ordered.flatMap((finding) => printFinding(finding, texts))
}

function printFinding(finding: ReportFinding, texts: PrintTexts): Content[] {
  return [
    hairline([0, 6, 0, 6]),
    {
      headlineLevel: 3,
      columnGap: 10,
      columns: [
        { text: finding.number, width: 34, bold: true, color: INK.accent, fontSize: 10.5 },
        { text: finding.title || texts.text('notGiven'), width: '*', bold: true, fontSize: 10.5 },
        { text: amountOf(finding, texts), width: 'auto', bold: true, fontSize: 10.5, alignment: 'right' },
      ],
    },
    { text: qualities(finding, texts), style: 'small', headlineLevel: 3, margin: [44, 1, 0, 4] },
    { margin: [44, 0, 0, 2], stack: [elements(finding, texts)] },
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

/** Every element of a finding (`domain.md` §D.1); one that is missing says so, except on a positive point. */
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
  return facts([...written, ...links], 92)
}
