import type { Content, TableCell } from '#main/pdf/layout/pdf-types.ts'
import type { ReportListing, ReportModel } from '#domain/report/report-model.ts'
import { dataTable, facts, minorHeading, paragraph } from '#main/pdf/layout/blocks.ts'
import { refusalInFull } from '#main/pdf/layout/obstruction.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { sampleDefinitions } from '#main/pdf/layout/samples.ts'

/** What the findings rest on: the listings with their hashes, the evidence, what could not be checked, and how samples were drawn. */
export function method(model: ReportModel, texts: PrintTexts): Content[] {
  return [
    ...(model.listings.length === 0
      ? [paragraph('', texts.text('method.noListings'))]
      : [paragraph(texts.text('method.listings'), ''), listingTable(model.listings, texts)]),
    ...said('method.rejectedExamined', model.examined.rejected, texts),
    ...said('method.suspiciousExamined', model.examined.suspicious, texts),
    ...said('method.evidence', model.evidence.length > 0, texts),
    ...minorHeading(texts.text('fact.limits')),
    paragraph(model.limits, texts.text('notGiven')),
    ...sampleDefinitions(model, texts),
  ]
}

/** A sentence, where it is true. */
const said = (key: string, isTrue: boolean, texts: PrintTexts): Content[] =>
  isTrue ? [paragraph(texts.text(key), '')] : []

function listingTable(listings: readonly ReportListing[], texts: PrintTexts): Content {
  const figures = ['read', 'accepted', 'rejected', 'suspicious'] as const
  return dataTable(
    [
      { title: texts.text('column.listing'), width: '*' },
      { title: texts.text('column.extractedOn'), width: 50 },
      ...figures.map((key) => ({
        title: texts.text(`column.${key}`),
        width: 40,
        align: 'right' as const,
      })),
    ],
    listings.map((listing): TableCell[] => [
      {
        stack: [
          { text: listing.name, bold: true },
          { text: listing.fileName, style: 'small' },
          { text: listing.sha256, style: 'hash' },
        ],
      },
      listing.extractedOn,
      ...figures.map((key) => texts.figure(listing[key])),
    ]),
  )
}

/** When, where, with whom; and how access was refused, where it was. */
export function conduct(model: ReportModel, texts: PrintTexts): Content[] {
  const { visit, refusal } = model
  const missing = texts.text('notGiven')
  const pairs: [string, string][] = [
    ['visit', visit.date || missing],
    ['place', visit.place || missing],
    ['announced', visit.announced === null ? missing : texts.text(visit.announced ? 'yes' : 'no')],
    ['personsMet', visit.personsMet || (refusal ? '' : missing)],
  ]
  return [
    facts(pairs.map(([key, value]) => [texts.text(`fact.${key}`), value])),
    ...refusalInFull(model, texts),
  ]
}
