import { dayOf, type IsoDay } from '#domain/dates.ts'
import type { Evidence } from '#domain/finding/finding.ts'
import type { DayRange } from '#domain/typed-date.ts'

type Piece = Pick<Evidence, 'capturedOn' | 'capturedFrom'>

/**
 * The day a piece was taken on, null when nobody said. A day without its source was copied by an earlier release from
 * the file, whose date says when the file was last written, not when the picture was taken.
 */
export const takenOn = ({ capturedOn, capturedFrom }: Piece): IsoDay | null =>
  capturedFrom === undefined ? null : capturedOn

/** Whether there is a day to ask for: a PDF is a document, not a picture of something. */
export const isTaken = ({ mediaType }: Pick<Evidence, 'mediaType'>): boolean =>
  mediaType !== 'application/pdf'

const EXIF_TIME = /^(\d{4}):(\d{2}):(\d{2})(?: |$)/

/**
 * The day in EXIF's `DateTimeOriginal` (`2026:11:18 10:11:12`, the camera's own clock: CIPA DC-008, tag 0x9003); null when
 * it is none, does not exist (`0000:00:00`, the 31st of February) or lies outside what is possible.
 */
export function readExifDay(value: unknown, { from, to }: DayRange): IsoDay | null {
  const [, year, month, day] = EXIF_TIME.exec(typeof value === 'string' ? value : '') ?? []
  const read = dayOf(Number(year), Number(month), Number(day))
  return read !== null && read >= from && read <= to ? read : null
}
