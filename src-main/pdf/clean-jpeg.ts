const START_OF_SCAN = 0xda
const COMMENT = 0xfe
/** Adobe's segment tells how colours are coded, the first one that the file is a JPEG: both are needed to draw it. */
const KEPT_APPLICATION_SEGMENTS = new Set([0xe0, 0xee])

/**
 * A print copy without what a camera writes into it (place, device, time): application segments and comments.
 * Undefined when it is not a grey or colour JPEG that a PDF/A may hold.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const kept = [bytes.subarray(0, 2)]
  let components: number | undefined
  for (let at = 2; bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)
    if (marker === START_OF_SCAN) {
      return isDrawable(components) ? Buffer.concat([...kept, bytes.subarray(at)]) : undefined
    }
    if (isFrame(marker)) components = bytes[at + 9]
    if (isKept(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}

const isDrawable = (components: number | undefined) => components === 1 || components === 3
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xc2
const isKept = (marker: number) =>
  KEPT_APPLICATION_SEGMENTS.has(marker) || (marker !== COMMENT && (marker & 0xf0) !== 0xe0)
