import type { Content } from '#main/pdf/layout/pdf-types.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { facts } from '#main/pdf/layout/blocks.ts'
import { titleOf } from '#main/pdf/layout/obstruction.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { INK } from '#main/pdf/layout/theme.ts'

/** The first page: who, whom, which agreement, which version (ISO/IEC 17020 §7.4.2), and the contents. */
export function cover(model: ReportModel, texts: PrintTexts): Content[] {
  return [
    { text: model.organisation, fontSize: 11, bold: true, color: INK.accent, margin: [0, 6, 0, 74] },
    { text: titleOf(model, texts), fontSize: 30, bold: true, lineHeight: 1 },
    {
      text: texts.text(model.refusal ? 'obstruction.subtitle' : 'subtitle'),
      fontSize: 13,
      color: INK.soft,
      margin: [0, 4, 0, 26],
    },
    { text: model.partner.name, fontSize: 18, bold: true, lineHeight: 1.05, margin: [0, 0, 0, 2] },
    { text: versionLine(model, texts), fontSize: 11, color: INK.soft, margin: [0, 0, 0, 20] },
    facts(identity(model, texts)),
    { text: texts.text('status'), margin: [0, 12, 0, 2] },
    { text: texts.text('confidential'), style: 'soft' },
    contents(texts),
  ]
}

const versionLine = ({ version, supersedes }: ReportModel, texts: PrintTexts) =>
  supersedes === null
    ? texts.text('version', { version })
    : texts.text('replaces', { version, previous: supersedes })

function identity(model: ReportModel, texts: PrintTexts): [string, string][] {
  const { partner, agreement, period, visit } = model
  const values: [string, string][] = [
    ['reference', model.reference],
    ['enterpriseNo', partner.enterpriseNo],
    ['address', partner.address],
    ['agreement', agreement.no],
    ['measure', agreement.measure],
    ['period', texts.text('to', { ...period })],
    ['visit', visit.date],
    ['inspector', model.inspector],
    ['issuedOn', texts.time(model.createdAt).slice(0, 10)],
  ]
  return values.map(([key, value]) => [texts.text(`fact.${key}`), value])
}

function contents(texts: PrintTexts): Content {
  const title = {
    text: texts.text('contents'),
    style: 'h1',
    margin: [0, 0, 0, 10] as [number, number, number, number],
  }
  return { pageBreak: 'before', stack: [{ toc: { title, textMargin: [0, 2.5, 0, 2.5] } }] }
}
