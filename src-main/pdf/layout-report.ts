import type { Column, TDocumentDefinitions } from '#main/pdf/layout/pdf-types.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import type { Acknowledgement } from '#domain/report/acknowledgement.ts'
import { missingGlyphs } from '#domain/report/missing-glyphs.ts'
import { canDrawIn, missingSigns, nameSign, type CanDraw } from '#domain/report/signs.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { renderAppearance } from '#main/pdf/appearance.ts'
import { cleanJpeg } from '#main/pdf/clean-jpeg.ts'
import type { LaidOutReport, PrintImages, SignatureWish } from '#main/pdf/layout-request.ts'
import { cleanDrawing } from '#main/pdf/layout/drawing.ts'
import { metadata } from '#main/pdf/layout/metadata.ts'
import { printTexts, type PrintTexts } from '#main/pdf/layout/print-texts.ts'
import { reportDefinition } from '#main/pdf/layout/report-definition.ts'
import { BOX, signatureFrames } from '#main/pdf/layout/signatures.ts'
import { PAGE } from '#main/pdf/layout/theme.ts'
import { makePrintable } from '#main/pdf/printable-text.ts'
import { provideFile, readGlyphRanges, renderPdf } from '#main/pdf/render-pdf.ts'
import { prepareSignature, type SignatureBox } from '#main/signing/prepare-signature.ts'

export interface LayoutOptions {
  readonly acknowledgement: Acknowledgement | null
  readonly signature: SignatureWish | null
}

/**
 * Lays a report out as PDF/A-3b with the model embedded as JSON; equal input gives equal bytes.
 * With a signature wish the last revision holds an empty slot for `signPrepared`.
 * Errors: `pdf.drawing-empty`; with a signature wish also `pdf.name-unprintable`.
 */
export async function layoutReport(
  model: ReportModel,
  images: PrintImages,
  { acknowledgement, signature }: LayoutOptions,
): Promise<Result<LaidOutReport>> {
  if (acknowledgement?.kind === 'SIGNED' && cleanDrawing(acknowledgement.drawingSvg) === undefined) {
    return err('pdf.drawing-empty')
  }
  const canDraw = canDrawIn(await readGlyphRanges())
  const sign = signature && missingInName(model, acknowledgement, signature.signer, canDraw)
  if (sign) return err('pdf.name-unprintable', { sign })
  const texts = printTexts(model.language)
  const printable = printableParts(model, acknowledgement, canDraw)
  const frames = signatureFrames()
  const photos = providePhotos(images)
  const parts = {
    ...printable,
    texts,
    frames,
    photos: new Set(photos.keys()),
    signer: signature?.signer ?? null,
  }
  const counted = countPages(reportDefinition(parts))
  const bytes = await renderPdf({
    ...counted.definition,
    images: Object.fromEntries(photos),
    ...metadata(model, texts),
  })
  const boxes = { inspector: boxOf(frames.inspector), supervisor: boxOf(frames.supervisor) }
  return ok({
    bytes: new Uint8Array(signature ? await prepare(bytes, model, boxes, signature, texts) : bytes),
    pages: counted.pages(),
    signatureBox: boxes.inspector,
    replacedCharacters: printable.replaced,
  })
}

/** The first sign that no font has, in a name or a title: those are printed as they are, or not signed. */
function missingInName(
  model: ReportModel,
  acknowledgement: Acknowledgement | null,
  signer: string,
  canDraw: CanDraw,
): string | undefined {
  const { name = '', function: position = '' } = acknowledgement ?? {}
  const inModel = missingGlyphs(model, canDraw).find(({ blocks }) => blocks)?.sign
  const [sign] = [signer, name, position].flatMap((text) => missingSigns(text, canDraw))
  return inModel ?? (sign && nameSign(sign))
}

function printableParts(model: ReportModel, acknowledgement: Acknowledgement | null, canDraw: CanDraw) {
  const report = makePrintable(model, canDraw)
  const { drawingSvg, ...words } = { drawingSvg: '', ...acknowledgement }
  const partner = makePrintable(words, canDraw)
  return {
    model: report.value,
    acknowledgement: acknowledgement && ({ ...partner.value, drawingSvg } as Acknowledgement),
    replaced: report.replaced + partner.replaced,
  }
}

/** Hands the drawable photos to pdfmake; the result maps the hash of the evidence to its file there. */
function providePhotos(images: PrintImages): Map<string, string> {
  const photos = new Map<string, string>()
  for (const [sha256, received] of Object.entries(images)) {
    const jpeg = cleanJpeg(received)
    if (!jpeg) continue
    provideFile(`${sha256}.jpg`, jpeg)
    photos.set(sha256, `${sha256}.jpg`)
  }
  return photos
}

function countPages(definition: TDocumentDefinitions) {
  let counted = 0
  const { footer } = definition
  if (typeof footer !== 'function') throw new Error('the report has no footer')
  const counting: typeof footer = (page, pages, size) => {
    counted = pages
    return footer(page, pages, size)
  }
  return { definition: { ...definition, footer: counting }, pages: () => counted }
}

/** Where a frame was drawn: pdfmake leaves the place on the node (undocumented, hence tested). */
function boxOf(frame: Column): SignatureBox {
  const { positions } = frame as { positions?: { pageNumber: number; left: number; top: number }[] }
  const place = positions?.[0]
  if (!place) throw new Error('a signature frame was not laid out')
  const top = PAGE.height - place.top
  return {
    page: place.pageNumber,
    rect: [place.left, round(top - BOX.height), place.left + BOX.width, round(top)],
  }
}

const round = (points: number) => Math.round(points * 100) / 100

async function prepare(
  bytes: Uint8Array,
  model: ReportModel,
  boxes: { inspector: SignatureBox; supervisor: SignatureBox },
  signature: SignatureWish,
  texts: PrintTexts,
): Promise<Uint8Array> {
  const { reference, version, visit } = model
  return prepareSignature(bytes, {
    field: 'inspector',
    newFields: [
      { name: 'inspector', tooltip: texts.text('signature.inspectorField'), box: boxes.inspector },
      { name: 'supervisor', tooltip: texts.text('signature.supervisor'), box: boxes.supervisor },
    ],
    certify: true,
    ...signature,
    reason: texts.text('signature.reasonText', { reference, version }),
    location: visit.place,
    appearance: await renderAppearance(signature, texts),
  })
}
