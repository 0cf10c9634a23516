import type { Column, Content } from '#main/pdf/layout/pdf-types.ts'
import type { Acknowledgement } from '#domain/report/report-version.ts'
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
  readonly acknowledgement: Acknowledgement | null
  readonly frames: SignatureFrames
  /** As the certificate names them; null while nobody has signed. */
  readonly signer: string | null
  readonly texts: PrintTexts
}

/** Inspector and supervisor first: their boxes have a fixed place, the partner's remark may be long. */
export function signatures({ acknowledgement, frames, signer, texts }: Signing): Content[] {
  const inspectorText =
    signer === null
      ? texts.text('signature.inspectorDraft')
      : texts.text('signature.inspectorText', { name: signer })
  return [
    block(texts.text('signature.inspector'), inspectorText, frames.inspector),
    block(texts.text('signature.supervisor'), texts.text('signature.supervisorText'), frames.supervisor),
    hairline([0, 10, 0, 0]),
    ...minorHeading(texts.text('signature.partner')),
    ...partner(acknowledgement, texts),
  ]
}

function block(title: string, text: string, box: Column): Content {
  return {
    margin: [0, 4, 0, 14],
    columnGap: 24,
    columns: [{ width: '*', stack: [{ text: title, style: 'h3', margin: [0, 0, 0, 4] }, text] }, box],
  }
}

function partner(acknowledgement: Acknowledgement | null, texts: PrintTexts): Content[] {
  if (acknowledgement === null) return [paragraph('', texts.text('signature.pending'))]
  const { name, function: position } = acknowledgement
  const who: [string, string][] = [
    [texts.text('signature.name'), name],
    [texts.text('signature.function'), position],
  ]
  if (acknowledgement.kind === 'REFUSED') return [...refusal(acknowledgement.reason, who, texts)]
  return [
    paragraph(texts.text('signature.acknowledgement'), ''),
    facts([...who, [texts.text('signature.remark'), acknowledgement.remark || texts.text('none')]]),
    drawing(acknowledgement.drawingSvg),
    { text: texts.text('signature.image'), style: 'small', margin: [0, 6, 0, 0] },
  ]
}

function refusal(reason: string, who: [string, string][], texts: PrintTexts): Content[] {
  return [
    { text: texts.text('signature.refused'), bold: true, margin: [0, 0, 0, 6] },
    facts([...who, [texts.text('signature.refusalReason'), reason]]),
  ]
}

function drawing(received: string): Content {
  const svg = cleanDrawing(received)
  if (svg === undefined) throw new Error('the drawing has no stroke')
  const framed = { svg, fit: [BOX.width - 16, BOX.height - 12] as [number, number] }
  const borders = [true, true, true, true] as [boolean, boolean, boolean, boolean]
  return { layout: 'frame', table: { widths: [BOX.width - 16], body: [[{ ...framed, border: borders }]] } }
}
