import type { Column, Content } from '#main/pdf/layout/pdf-types.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import type { Acknowledgement, CopyWay } from '#domain/report/acknowledgement.ts'
import { facts, hairline, minorHeading, paragraph } from '#main/pdf/layout/blocks.ts'
import { cleanDrawing } from '#main/pdf/layout/drawing.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { INK } from '#main/pdf/layout/theme.ts'

/** Size of every signature box, in points. */
export const BOX = { width: 228, height: 76 } as const

/** The empty frames over which signature fields will stand; their places are read after the layout. */
export interface SignatureFrames {
  readonly inspector: Column
  readonly supervisor: Column
}

const frame = (): Column => ({
  width: BOX.width,
  canvas: [
    { type: 'rect', x: 0, y: 0, w: BOX.width, h: BOX.height, r: 2, lineWidth: 0.6, lineColor: INK.line },
  ],
})

export const signatureFrames = (): SignatureFrames => ({ inspector: frame(), supervisor: frame() })

/** What the chapter tells of those who sign. */
interface Signing {
  readonly model: ReportModel
  readonly acknowledgement: Acknowledgement | null
  readonly frames: SignatureFrames
  /** As the certificate names them; null while nobody has signed. */
  readonly signer: string | null
  readonly texts: PrintTexts
}

/** Inspector and supervisor first: their boxes have a fixed place, the partner's remark may be long. */
export function signatures({ model, acknowledgement, frames, signer, texts }: Signing): Content[] {
  const inspectorText =
    signer === null
      ? texts.text('signature.inspectorDraft')
      : texts.text('signature.inspectorText', { name: signer })
  return [
    block(texts.text('signature.inspector'), inspectorText, frames.inspector),
    block(texts.text('signature.supervisor'), texts.text('signature.supervisorText'), frames.supervisor),
    hairline([0, 10, 0, 0]),
    ...minorHeading(texts.text('signature.partner')),
    ...partner(acknowledgement, model, texts),
  ]
}

function block(title: string, text: string, box: Column): Content {
  return {
    margin: [0, 4, 0, 14],
    columnGap: 24,
    columns: [{ width: '*', stack: [{ text: title, style: 'h3', margin: [0, 0, 0, 4] }, text] }, box],
  }
}

function partner(acknowledgement: Acknowledgement | null, model: ReportModel, texts: PrintTexts): Content[] {
  if (acknowledgement === null) return [paragraph('', texts.text('signature.pending'))]
  if (acknowledgement.kind === 'SIGNED') return signed(acknowledgement, texts)
  return [
    { text: texts.text(`signature.outcome.${acknowledgement.kind}`), bold: true, margin: [0, 0, 0, 6] },
    facts(unsigned(acknowledgement, model, texts)),
  ]
}

type Signed = Extract<Acknowledgement, { kind: 'SIGNED' }>

function signed(acknowledgement: Signed, texts: PrintTexts): Content[] {
  const { name, function: position, remark, drawingSvg } = acknowledgement
  return [
    paragraph(texts.text('signature.acknowledgement'), ''),
    facts([
      [texts.text('signature.name'), name],
      [texts.text('signature.function'), position],
      [texts.text('signature.remark'), remark || texts.text('none')],
    ]),
    drawing(drawingSvg),
    { text: texts.text('signature.image'), style: 'small', margin: [0, 6, 0, 0] },
  ]
}

/** What is recorded of one who did not sign; what is not recorded is left out. */
function unsigned(
  given: Exclude<Acknowledgement, Signed>,
  { replyDays: days }: ReportModel,
  texts: PrintTexts,
): [string, string][] {
  const word = (key: string, value: string): [string, string] => [texts.text(`signature.${key}`), value]
  const copy = given.copy === undefined ? [] : [word('copy', copyOf(given.copy, given.copyTo ?? '', texts))]
  const named = (name: string): [string, string][] => [
    word(name, given.name),
    word('function', given.function),
  ]
  switch (given.kind) {
    case 'REFUSED':
      return [...named('name'), word('refusalReason', given.reason), ...copy]
    case 'ABSENT':
      return [...named('expected'), word('circumstances', given.remark), ...copy]
    case 'UNABLE':
      return [...named('name'), word('hindrance', given.reason), word('present', given.present), ...copy]
    case 'REPLY_LATER':
      return [
        ...named('name'),
        word('remark', given.remark),
        word('replyTerm', texts.text('signature.replyDays', { days })),
        ...copy,
      ]
  }
}

const copyOf = (way: CopyWay, to: string, texts: PrintTexts): string =>
  to === '' || way === 'NONE'
    ? texts.text(`signature.copyWay.${way}`)
    : texts.text(`signature.copyTo.${way}`, { to })

function drawing(received: string): Content {
  const svg = cleanDrawing(received)
  if (svg === undefined) throw new Error('the drawing has no stroke')
  const framed = { svg, fit: [BOX.width - 16, BOX.height - 12] as [number, number] }
  const borders = [true, true, true, true] as [boolean, boolean, boolean, boolean]
  return { layout: 'frame', table: { widths: [BOX.width - 16], body: [[{ ...framed, border: borders }]] } }
}
