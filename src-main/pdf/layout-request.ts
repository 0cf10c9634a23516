import type { Acknowledgement } from '#domain/report/acknowledgement.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import type { GlyphRanges } from '#domain/report/signs.ts'
import type { Result } from '#domain/result.ts'
import type { SignatureBox } from '#main/signing/prepare-signature.ts'

/** Print copies of photos: JPEG bytes by the SHA-256 of the evidence they were made from. */
export type PrintImages = Readonly<Record<string, Uint8Array>>

/** Who is about to sign and when (ISO 8601 UTC): printed in the visible signature and in its dictionary. */
export interface SignatureWish {
  readonly signer: string
  readonly signedAt: string
}

/** What one layout process is asked, once. */
export interface LayoutRequest {
  readonly model: ReportModel
  readonly images: PrintImages
  readonly acknowledgement: Acknowledgement | null
  /** Null: a draft to read, marked unsigned. Otherwise the bytes come back with an empty signature slot. */
  readonly signature: SignatureWish | null
}

/** What a layout process can be asked: a report, or what its fonts can draw. */
export type PdfRequest = LayoutRequest | 'glyphs'
export type PdfAnswer = Result<LaidOutReport> | Result<GlyphRanges>

export interface LaidOutReport {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly pages: number
  /** Where the inspector's visible signature stands. */
  readonly signatureBox: SignatureBox
  /** How many characters no font has; each is printed as □. */
  readonly replacedCharacters: number
}
