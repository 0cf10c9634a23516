import type { Content, DynamicContent, TDocumentDefinitions } from '#main/pdf/layout/pdf-types.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import type { Acknowledgement } from '#domain/report/acknowledgement.ts'
import { evidenceAnnex, gridAnnex, photoAnnex, printedPhotos } from '#main/pdf/layout/annexes.ts'
import { mainHeading } from '#main/pdf/layout/blocks.ts'
import * as closing from '#main/pdf/layout/closing.ts'
import { cover } from '#main/pdf/layout/cover.ts'
import { conduct, method } from '#main/pdf/layout/inquiry.ts'
import { titleOf } from '#main/pdf/layout/obstruction.ts'
import * as opening from '#main/pdf/layout/opening.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { results } from '#main/pdf/layout/results.ts'
import { hasSamples, sampleAnnex } from '#main/pdf/layout/samples.ts'
import { signatures, type SignatureFrames } from '#main/pdf/layout/signatures.ts'
import { PAGE, styles } from '#main/pdf/layout/theme.ts'

/** All that one layout needs to know. */
export interface ReportParts {
  readonly model: ReportModel
  readonly texts: PrintTexts
  readonly acknowledgement: Acknowledgement | null
  /** Hashes of the photos that can be drawn; each is an image of that name. */
  readonly photos: ReadonlySet<string>
  readonly frames: SignatureFrames
  /** Who signs, as the certificate names them; null: a draft, which says on every page that it is not signed. */
  readonly signer: string | null
}

/** The chapters in the order of `docs/domain/report.md`. A report has no chapter without matter but says so in it. */
export function reportDefinition(parts: ReportParts): TDocumentDefinitions {
  const { model } = parts
  return {
    pageSize: 'A4',
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    content: [...cover(model, parts.texts), ...chapters(parts), ...annexes(parts)],
    header: (page) => (page === 1 ? '' : header(parts)),
    footer: footer(parts),
    styles,
    defaultStyle: { font: 'Main', fontSize: 9.5, lineHeight: 1.18, color: '#1c2126' },
  }
}

function chapters(parts: ReportParts): Content[] {
  const { model, texts } = parts
  const written: [string, (number: number, id: string) => Content[]][] = [
    ['summary', () => opening.summary(model, texts)],
    ['mandate', () => opening.mandate(model, texts)],
    ['context', () => opening.context(model, texts)],
    ['method', () => method(model, texts)],
    ['conduct', () => conduct(model, texts)],
    ['results', (number, id) => results(model, texts, number, id)],
    ['indicators', () => closing.indicators(model, texts)],
    ['financial', () => closing.financial(model, texts)],
    ['followUp', () => closing.followUp(model, texts)],
    ['reply', () => closing.reply(model, texts)],
    ['conclusion', () => closing.conclusion(model, texts)],
    ['signatures', () => signatures(parts)],
  ]
  return written.flatMap(([key, write], at) => [
    ...mainHeading(`${at + 1}  ${texts.text(`heading.${key}`)}`, key, OWN_PAGE.has(key)),
    ...write(at + 1, key),
  ])
}

/** Chapters that begin a page: the summary is read alone, the signatures must stand together. */
const OWN_PAGE = new Set(['summary', 'results', 'signatures'])

/** The grid and the evidence are annexes A and B of every report; the others take the next letter. */
function annexes({ model, texts, photos }: ReportParts): Content[] {
  const more: [string, Content[]][] = [
    ...(hasSamples(model) ? [['annexSamples', sampleAnnex(model, texts)] as [string, Content[]]] : []),
    ...(printedPhotos(model).length > 0
      ? [['annexPhotos', photoAnnex(model, photos, texts)] as [string, Content[]]]
      : []),
  ]
  return [
    ...mainHeading(texts.text('heading.annexGrid'), 'annexGrid', true),
    ...gridAnnex(model, texts),
    ...mainHeading(texts.text('heading.annexEvidence'), 'annexEvidence', true),
    ...evidenceAnnex(model, texts),
    ...more.flatMap(([key, content], at) => [
      ...mainHeading(texts.text(`heading.${key}`, { letter: 'CDE'.charAt(at) }), key, true),
      ...content,
    ]),
  ]
}

function header({ model, texts, signer }: ReportParts): Content {
  const right = signer === null ? texts.text('unsigned') : model.partner.name
  return runningLine(`${titleOf(model, texts)} – ${model.agreement.no}`, right, 36)
}

function footer({ model, texts, signer }: ReportParts): DynamicContent {
  const draft = signer === null ? ` · ${texts.text('unsigned')}` : ''
  const left = `${model.reference} · ${texts.text('version', { version: model.version })}${draft}`
  return (page, pages) => runningLine(left, texts.text('page', { page, pages }), 22)
}

function runningLine(left: string, right: string, top: number): Content {
  return {
    margin: [PAGE.left, top, PAGE.right, 0],
    columnGap: 20,
    columns: [
      { text: left, style: 'running', width: '*' },
      { text: right, style: 'running', width: 'auto', alignment: 'right' },
    ],
  }
}
