import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { ReportModel } from '#domain/report/report-model.ts'

/**
 * SHA-256 (hex) of what a report says: its whole model, of its time the day only, which is printed. Two reports put
 * together on one day from the same records have the same; what was signed under one may not be sealed under another.
 */
export function contentHash(model: ReportModel): string {
  const said = { ...model, createdAt: model.createdAt.slice(0, 10) }
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(said))))
}
