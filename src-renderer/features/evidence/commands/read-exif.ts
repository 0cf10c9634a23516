/** EXIF stands in a segment of 64 kB near the beginning of the file: a further one is never read. */
export const EXIF_BYTES = 256 * 1024

/** `DateTimeOriginal`: when the picture was taken, by the camera's own clock. */
const DATE_TIME_ORIGINAL = 0x9003
/** Nothing is read but this one tag, and nothing is made of it. */
const ONE_TAG = {
  exif: { pick: [DATE_TIME_ORIGINAL] },
  ...{ ifd1: false, gps: false, interop: false, jfif: false, xmp: false, icc: false, iptc: false },
  ...{ translateKeys: false, translateValues: false, reviveValues: false, mergeOutput: false },
}

/**
 * The text that a camera wrote as the time of the picture, whatever it is; null when there is none, or when the bytes
 * are not what they say: a picture is evidence all the same.
 * @param head the first `EXIF_BYTES` of a JPEG
 */
export async function readExifTime(head: Uint8Array): Promise<unknown> {
  try {
    const { parse } = await import('exifr/dist/mini.esm.mjs')
    const found = (await parse(head, ONE_TAG)) as { exif?: Record<number, unknown> } | undefined
    return found?.exif?.[DATE_TIME_ORIGINAL] ?? null
  } catch {
    return null
  }
}
