import type { Acknowledgement } from '#domain/report/acknowledgement.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { layoutReport } from '#main/pdf/layout-report.ts'
import { ok } from '#domain/result.ts'
import { readGlyphRanges } from '#main/pdf/render-pdf.ts'
import type { PdfWorker } from '#main/pdf/pdf-worker-host.ts'
import { signReport, type SignedReport } from '#main/pdf/sign-report.ts'
import type { SigningKey } from '#main/signing/signing-key.ts'
import { SIGNED_AT } from '#test/main/signing/test-authority.ts'

/** Three strokes and a dot, in the form signature_pad gives. */
export const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200" width="600" height="200">' +
  '<path d="M 60.000,120.000 C 90,20 160,20 150,110" stroke-width="3.250" stroke="black" fill="none" stroke-linecap="round"></path>' +
  '<path d="M 200,190 S 240,80 330,130" stroke-width="2.5" stroke="black" fill="none"></path>' +
  '<circle r="4" cx="400" cy="90" fill="black"></circle></svg>'

export const signedByHand: Acknowledgement = {
  kind: 'SIGNED',
  name: 'Jürgen Van Nuñez (directeur)',
  function: 'Directeur – « Les Mûriers »',
  remark: 'Lu, sous réserve du constat C-01 (voir courrier).',
  drawingSvg: DRAWING,
}
export const refusedToSign: Acknowledgement = {
  kind: 'REFUSED',
  name: 'Jürgen Van Nuñez',
  function: 'Directeur',
  reason: 'Je souhaite d’abord consulter mon conseil.',
}

/** The layout in this process: the tests of the worker say that the process makes no difference. */
export const inProcess: PdfWorker = {
  layout: (model, images, acknowledgement, signature = null) =>
    layoutReport(model, images, { acknowledgement, signature }),
  glyphs: async () => ok(await readGlyphRanges()),
}

/** Signs a report as the app does. */
export async function signSample(
  key: SigningKey,
  model: ReportModel,
  acknowledgement: Acknowledgement = signedByHand,
): Promise<SignedReport> {
  const request = { model, images: {}, acknowledgement, signedAt: SIGNED_AT }
  const signed = await signReport(inProcess, key, request)
  if (!signed.ok) throw new Error(signed.error.code)
  return signed.value
}
