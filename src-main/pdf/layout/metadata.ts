import type { ReportModel } from '#domain/report/report-model.ts'
import type { TDocumentDefinitions } from '#main/pdf/layout/pdf-types.ts'
import { titleOf } from '#main/pdf/layout/obstruction.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'

/** PDF/A-3b wants 1.7 named; the dates are those of the report, never those of the machine. The model goes along as JSON. */
export function metadata(model: ReportModel, texts: PrintTexts): Partial<TDocumentDefinitions> {
  const date = new Date(model.createdAt)
  const json = Buffer.from(JSON.stringify(model)).toString('base64')
  const attachment = {
    src: `data:application/json;base64,${json}`,
    name: 'constat-report.json',
    description: texts.text('attachment'),
    ...{ type: 'application/json', relationship: 'Source', creationDate: date, modifiedDate: date },
  }
  return {
    ...{ version: '1.7', subset: 'PDF/A-3b', displayTitle: true, language: `${model.language}-BE` },
    info: {
      title: `${titleOf(model, texts)} ${model.reference} – ${model.partner.name}`,
      author: model.inspector,
      subject: `${model.agreement.no}, ${texts.text('version', { version: model.version })}`,
      creator: 'Constat',
      producer: 'Constat (pdfmake)',
      creationDate: date,
    },
    files: { report: attachment },
  }
}
