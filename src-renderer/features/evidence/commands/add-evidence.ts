import { DAY_RANGES } from '#domain/day-ranges.ts'
import type { Evidence } from '#domain/finding/finding.ts'
import { checkEvidenceFile, HEAD_BYTES, type MediaType } from '#domain/finding/media-type.ts'
import { nextNumber } from '#domain/finding/numbering.ts'
import { readExifDay } from '#domain/finding/taken-on.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { newId } from '#renderer/db/new-id.ts'
import { listRecords, saveRecord } from '#renderer/db/records.ts'
import { EXIF_BYTES, readExifTime } from '#renderer/features/evidence/commands/read-exif.ts'
import type { EvidenceTarget } from '#renderer/features/evidence/queries/use-evidence.ts'
import { bridge } from '#renderer/platform/bridge.ts'

/** Pieces are taken in one after the other, so that no two get the same number and memory holds one file. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Takes a file in: checks size and first bytes, has it sealed under its SHA-256, records the piece. The file is
 * there before the record names it, so a crash in between leaves no record without its file.
 * Errors: `evidence.empty`, `evidence.too-large`, `evidence.unreadable`, `evidence.cannot-read`, those of
 * `file:store` and of saving a record.
 */
export function addEvidence(
  inspectionId: string,
  target: EvidenceTarget | null,
  file: File,
): Promise<Result<string>> {
  const adding = last.then(() => takeIn(inspectionId, target, file))
  last = adding.catch(() => undefined)
  return adding
}

async function takeIn(
  inspectionId: string,
  target: EvidenceTarget | null,
  file: File,
): Promise<Result<string>> {
  const checked = checkEvidenceFile(
    file.size,
    (await readBytes(file.slice(0, HEAD_BYTES))) ?? new Uint8Array(),
  )
  if (!checked.ok) return checked
  const bytes = await readBytes(file)
  if (!bytes) return err('evidence.cannot-read')
  if (checked.value !== 'application/pdf' && !(await isPicture(file))) return err('evidence.unreadable')
  const stored = await bridge.invoke('file:store', { inspectionId, bytes })
  if (!stored.ok) return stored
  const pieces = await listRecords('evidence', inspectionId)
  const exif = checked.value === 'image/jpeg' ? await readExifTime(bytes.subarray(0, EXIF_BYTES)) : null
  const number = nextNumber(pieces)
  const piece = describe({ inspectionId, file, mediaType: checked.value, number, exif })
  const evidence: Evidence = { ...piece, ...ends(target), ...stored.value }
  const saved = await saveRecord('evidence', inspectionId, evidence.id, evidence)
  return saved.ok ? ok(evidence.id) : saved
}

/** The bytes, or null when the system does not give them (a card pulled out, a file gone). */
async function readBytes(blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await blob.arrayBuffer())
  } catch {
    return null
  }
}

/** Whether the browser can draw it: the first bytes of a truncated photo are right too. */
async function isPicture(file: Blob): Promise<boolean> {
  try {
    const bitmap = await createImageBitmap(file, { resizeWidth: 8, resizeHeight: 8 })
    bitmap.close()
    return true
  } catch {
    return false
  }
}

const ends = (target: EvidenceTarget | null): Pick<Evidence, 'findingId' | 'pointCode' | 'line'> => ({
  ...(target && 'line' in target ? { line: target.line } : {}),
  findingId: target && 'findingId' in target ? target.findingId : null,
  pointCode: target && 'pointCode' in target ? target.pointCode : null,
})

interface Arrival {
  readonly inspectionId: string
  readonly file: File
  readonly mediaType: MediaType
  readonly number: number
  /** When it was taken, as the camera wrote it; null when it did not. */
  readonly exif: unknown
}

function describe({
  inspectionId,
  file,
  mediaType,
  number,
  exif,
}: Arrival): Omit<Evidence, 'sha256' | 'size' | 'findingId' | 'pointCode'> {
  const receivedOn = today()
  const taken = readExifDay(exif, DAY_RANGES.picture(receivedOn))
  return {
    id: newId(),
    inspectionId,
    number,
    fileName: file.name.slice(-200),
    mediaType,
    source: taken === null ? 'FILE' : 'CAMERA',
    capturedOn: taken,
    ...(taken === null ? {} : { capturedFrom: 'EXIF' }),
    receivedOn,
    caption: '',
    binned: false,
  }
}
