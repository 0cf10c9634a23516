import type { SignatureWish } from '#main/pdf/layout-request.ts'
import type { PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { BOX } from '#main/pdf/layout/signatures.ts'
import { INK } from '#main/pdf/layout/theme.ts'
import { renderPdf } from '#main/pdf/render-pdf.ts'

/** The visible signature: a page of the size of its box, with the same embedded fonts as the report. */
export function renderAppearance(wish: SignatureWish, texts: PrintTexts): Promise<Uint8Array> {
  const time = texts.time(wish.signedAt)
  return renderPdf({
    version: '1.7',
    pageSize: { ...BOX },
    pageMargins: [10, 12, 10, 4],
    info: { creationDate: new Date(wish.signedAt) },
    defaultStyle: { font: 'Main', fontSize: 8, color: INK.soft, lineHeight: 1.15 },
    content: [
      { text: texts.text('signature.signedBy') },
      { text: wish.signer, fontSize: wish.signer.length > 34 ? 9 : 13, bold: true, color: INK.text },
      { text: texts.text('signature.claimedTime', { time }) },
    ],
  })
}
