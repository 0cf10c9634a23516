import type { Column, Content, TableCell } from '#main/pdf/layout/pdf-types.ts'
import type { ReportEvidence, ReportModel, ReportPoint } from '#domain/report/report-model.ts'
import { dataTable, paragraph, subHeading } from '#main/pdf/layout/blocks.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { TEXT_WIDTH } from '#main/pdf/layout/theme.ts'

/** Annex A: every control point with its answer. */
export function gridAnnex(model: ReportModel, texts: PrintTexts): Content[] {
  const columns = [
    { title: texts.text('column.code'), width: 42 },
    { title: texts.text('column.point'), width: 190 },
    { title: texts.text('column.answer'), width: 62 },
    { title: texts.text('column.comment'), width: '*' as const },
  ]
  return model.sections
    .filter(({ points }) => points.length > 0)
    .flatMap(({ title, points }) => [
      ...subHeading(title, 90),
      dataTable(
        columns,
        points.map((point) => [point.code, point.label, point.answer, remarkOn(point, texts)]),
      ),
    ])
}

function remarkOn({ comment, evidence }: ReportPoint, texts: PrintTexts): TableCell {
  const reference = { text: `${texts.text('element.evidence')} ${evidence.join(', ')}`, style: 'small' }
  return evidence.length === 0 ? comment : { stack: [comment, reference] }
}

/** Annex B: every piece of evidence with the hash that identifies its file. */
export function evidenceAnnex(model: ReportModel, texts: PrintTexts): Content[] {
  if (model.evidence.length === 0) return [paragraph('', texts.text('none'))]
  const columns = [
    { title: texts.text('column.number'), width: 32 },
    { title: texts.text('column.document'), width: '*' as const },
    { title: texts.text('column.belongsTo'), width: 40 },
    { title: texts.text('column.capturedOn'), width: 52 },
    { title: texts.text('column.receivedOn'), width: 52 },
    { title: texts.text('column.size'), width: 46, align: 'right' as const },
  ]
  return [
    dataTable(
      columns,
      model.evidence.map((piece) => evidenceRow(piece, texts)),
    ),
  ]
}

function evidenceRow(piece: ReportEvidence, texts: PrintTexts): TableCell[] {
  const caption = [piece.source, piece.caption].filter((text) => text !== '').join(' · ')
  const document = [
    { text: piece.fileName, bold: true },
    { text: caption, style: 'small' },
    { text: piece.sha256, style: 'hash' },
  ]
  const taken = [piece.capturedOn || '–', { text: piece.capturedFrom, style: 'small' }]
  return [
    ...[piece.number, { stack: document }, piece.belongsTo || '–'],
    ...[{ stack: taken }, piece.receivedOn || '–', texts.bytes(piece.size)],
  ]
}

const GAP = 15
const PHOTO_WIDTH = (TEXT_WIDTH - GAP) / 2

/** The last annex: the photos two abreast, each over its number and caption. `usable` are the images that can be drawn. */
export function photoAnnex(model: ReportModel, usable: ReadonlySet<string>, texts: PrintTexts): Content[] {
  const photos = printedPhotos(model).map((piece) => photo(piece, usable, texts))
  const rows = Array.from({ length: Math.ceil(photos.length / 2) }, (_, at): Content => {
    const pair = [photos[at * 2] ?? '', photos[at * 2 + 1] ?? '']
    return { columns: pair, columnGap: GAP, margin: [0, 0, 0, 14], unbreakable: true }
  })
  return rows
}

/** The evidence whose photos are shown. */
export const printedPhotos = ({ evidence }: ReportModel) => evidence.filter(({ printed }) => printed)

function photo(piece: ReportEvidence, usable: ReadonlySet<string>, texts: PrintTexts): Column {
  const picture: Content = usable.has(piece.sha256)
    ? { image: piece.sha256, fit: [PHOTO_WIDTH, 270] }
    : { text: texts.text('photo.unreadable'), style: 'soft', italics: true }
  const title = [piece.number, piece.belongsTo].filter((text) => text !== '').join(' · ')
  return {
    width: PHOTO_WIDTH,
    stack: [
      picture,
      { text: [{ text: title, bold: true }, ` ${piece.caption}`], fontSize: 8.5, margin: [0, 4, 0, 0] },
    ],
  }
}
