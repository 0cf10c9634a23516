import type { SignatureWish } from '#main/pdf/layout-request.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { BOX } from '#main/pdf/layout/signatures.ts'
import { INK } from '#main/pdf/layout/theme.ts'
import { renderPdf } from '#main/pdf/render-pdf.ts'

/** So that the longest name (120 signs) and the time fit in the box: one line to four. */
const FONT_SIZES = [
  { upTo: 22, size: 13 },
  { upTo: 32, size: 11 },
  { upTo: 64, size: 9 },
] as const
const SMALLEST = 6.5

/** The visible signature: a page of the size of its box, with the same embedded fonts as the report. */
export function renderAppearance(wish: SignatureWish, texts: PrintTexts): Promise<Uint8Array> {
  const time = texts.time(wish.signedAt)
  const fontSize = FONT_SIZES.find(({ upTo }) => wish.signer.length <= upTo)?.size ?? SMALLEST
  return renderPdf({
    version: '1.7',
    pageSize: { ...BOX },
    pageMargins: [10, 10, 10, 2],
    info: { creationDate: new Date(wish.signedAt) },
    defaultStyle: { font: 'Main', fontSize: 8, color: INK.soft, lineHeight: 1.15 },
    content: [
      { text: texts.text('signature.signedBy') },
      { text: wish.signer, fontSize, bold: true, color: INK.text },
      { text: texts.text('signature.claimedTime', { time }) },
    ],
  })
}
