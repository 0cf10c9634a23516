import { X509Certificate, createHash } from 'node:crypto'
import type { ReportModel } from '#domain/report/report-model.ts'
import type { Acknowledgement } from '#domain/report/acknowledgement.ts'
import { ok, type Result } from '#domain/result.ts'
import type { PrintImages } from '#main/pdf/layout-request.ts'
import type { PdfWorker } from '#main/pdf/pdf-worker-host.ts'
import { signPrepared } from '#main/signing/sign-prepared.ts'
import { readCertificate, type SigningKey } from '#main/signing/signing-key.ts'

export interface SignRequest {
  readonly model: ReportModel
  readonly images: PrintImages
  readonly acknowledgement: Acknowledgement
  /** ISO 8601 UTC: the claimed time of the signature. */
  readonly signedAt: string
}

export interface SignedReport {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
  readonly size: number
  readonly pages: number
  readonly signedAt: string
  readonly signedBy: string
  readonly certificateSerial: string
}

/**
 * Lays out and signs (PAdES B-B). The layout process prepares the slot and never sees the key; the hash is taken here.
 * Errors: those of `PdfWorker.layout` and `signPrepared`.
 */
export async function signReport(
  pdf: PdfWorker,
  key: SigningKey,
  { model, images, acknowledgement, signedAt }: SignRequest,
): Promise<Result<SignedReport>> {
  const { subject: signer, serial } = readCertificate(new X509Certificate(key.certificatePem))
  const laidOut = await pdf.layout(model, images, acknowledgement, { signer, signedAt })
  if (!laidOut.ok) return laidOut
  const signed = await signPrepared(laidOut.value.bytes, key)
  if (!signed.ok) return signed
  const bytes = signed.value
  return ok({
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    pages: laidOut.value.pages,
    signedAt,
    signedBy: signer,
    certificateSerial: serial,
  })
}
