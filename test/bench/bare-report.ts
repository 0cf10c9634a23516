import { Buffer } from 'node:buffer'
import pdfmake from 'pdfmake'
import { FONT_FILES } from '#main/pdf/fonts.ts'
import { metadata } from '#main/pdf/layout/metadata.ts'
import { printTexts } from '#main/pdf/layout/print-texts.ts'
import { reportDefinition } from '#main/pdf/layout/report-definition.ts'
import { signatureFrames } from '#main/pdf/layout/signatures.ts'
import { tableLayouts } from '#main/pdf/layout/theme.ts'
import type { LayoutRequest } from '#main/pdf/layout-request.ts'

const { virtualfs } = pdfmake as unknown as {
  virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void }
}

/** The baseline of the report: pdfmake alone with the same definition; nothing checked, counted or signed. */
async function render({ model, images, acknowledgement }: LayoutRequest): Promise<Buffer> {
  pdfmake.setFonts({ Main: { ...FONT_FILES } })
  pdfmake.addTableLayouts(tableLayouts)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  const photos = Object.entries(images).map(([sha256, bytes]) => {
    virtualfs.writeFileSync(`${sha256}.jpg`, Buffer.from(bytes))
    return [sha256, `${sha256}.jpg`] as const
  })
  const texts = printTexts(model.language)
  const frames = signatureFrames()
  const drawn = new Set(Object.keys(images))
  const parts = { model, texts, acknowledgement, frames, photos: drawn, signer: model.inspector }
  const definition = {
    ...reportDefinition(parts),
    images: Object.fromEntries(photos),
    ...metadata(model, texts),
  }
  return await pdfmake.createPdf(definition).getBuffer()
}

process.once('message', (request) => {
  void render(request as LayoutRequest).then((bytes) => process.send?.(bytes))
})
