import type { Evidence } from '#domain/finding/finding.ts'
import { bridge } from '#renderer/platform/bridge.ts'

/** Longest side of a printed photo in pixels: sharp on a page, a tenth of the bytes. */
const LONGEST_SIDE = 1600
const QUALITY = 0.82

export type PrintCopies = Record<string, Uint8Array<ArrayBuffer>>

/**
 * JPEG copies of the photos for the report, by SHA-256 of the original. Drawn anew, so place and camera data of the
 * original do not travel. One that is missing or can't be drawn is left out; the index of the report still names it.
 */
export async function makePrintCopies(evidence: readonly Evidence[]): Promise<PrintCopies> {
  const copies: PrintCopies = {}
  const pictures = evidence.filter((piece) => !piece.binned && piece.mediaType !== 'application/pdf')
  for (const piece of pictures) {
    const copy = copies[piece.sha256] ?? (await printCopy(piece))
    if (copy) copies[piece.sha256] = copy
  }
  return copies
}

async function printCopy({ inspectionId, sha256, mediaType }: Evidence): Promise<PrintCopies[string] | null> {
  const read = await bridge.invoke('file:read', { inspectionId, sha256 })
  if (!read.ok) return null
  try {
    const jpeg = await redraw(new Blob([read.value.bytes], { type: mediaType }))
    return new Uint8Array(await jpeg.arrayBuffer())
  } catch {
    return null
  }
}

async function redraw(picture: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(picture)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  // JPEG has no transparency: what is clear in a PNG prints as paper.
  if (context) {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  }
  bitmap.close()
  return await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
}
