import type { ReportModel, ReportRefusal } from '#domain/report/report-model.ts'
import { facts, minorHeading, paragraph } from '#main/pdf/layout/blocks.ts'
import type { Content } from '#main/pdf/layout/pdf-types.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'

/** What the document is called: a visit to which access was refused makes a report of obstruction. */
export const titleOf = ({ refusal }: ReportModel, texts: PrintTexts): string =>
  texts.text(refusal ? 'obstruction.title' : 'title')

/** The refusal in short, first thing in the summary; nothing when the visit was held. */
export function refusalInShort({ refusal, visit }: ReportModel, texts: PrintTexts): Content[] {
  if (refusal === null) return []
  return [
    { text: texts.text('obstruction.statement'), bold: true, margin: [0, 0, 0, 6] },
    facts([[texts.text('fact.visit'), visit.date || texts.text('notGiven')], ...whatAndWho(refusal, texts)]),
  ]
}

/** Everything recorded of the refusal, and what the convention says of access. */
export function refusalInFull({ refusal }: ReportModel, texts: PrintTexts): Content[] {
  if (refusal === null) return []
  return [
    ...minorHeading(texts.text('obstruction.heading')),
    facts([
      ...whatAndWho(refusal, texts),
      [texts.text('obstruction.words'), refusal.words || texts.text('notGiven')],
      [texts.text('obstruction.witnesses'), refusal.witnesses],
    ]),
    ...(refusal.clauses === ''
      ? []
      : [...minorHeading(texts.text('obstruction.clauses')), paragraph(refusal.clauses, '')]),
  ]
}

function whatAndWho({ at, by, access }: ReportRefusal, texts: PrintTexts): [string, string][] {
  const missing = texts.text('notGiven')
  return [
    [texts.text('obstruction.at'), at || missing],
    [texts.text('obstruction.by'), by || missing],
    [texts.text('obstruction.access'), access.join(', ') || missing],
  ]
}
