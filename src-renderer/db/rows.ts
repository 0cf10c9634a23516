import type { PackageManifest } from '#domain/package/manifest.ts'
import type { PackageVersion } from '#domain/package/package-version.ts'
import type { Standing } from '#domain/inspection/standing.ts'
import type { Conflict, InspectionListItem, Mutation } from '#domain/sync/protocol.ts'
import type { RecordKind } from '#domain/sync/records.ts'

/** The fields of a record, of any kind. */
export type Data = Record<string, unknown>

/** A record: what the central store holds (`base`, at version `ver`), and what is shown (`view`). */
export interface RecordRow {
  kind: RecordKind
  id: string
  scope: string
  ver: number
  /** Null before the central store has it, or once it was deleted there. */
  base: Data | null
  /** Own unsent changes on top of `base`; null when deleted. */
  view: Data | null
}

/** One change in the log of this device; kept 30 days after it was acknowledged. */
export type OutboxRow = Mutation

/** A change that the central store refused; it stays until it is sent again or discarded. */
export interface RefusedRow {
  mid: number
  scope: string
  kind: RecordKind
  rec: string
  mutation: Mutation
  reason: string
  missing: string[]
  refusedAt: string
  /** What was done instead, where the central store said so. */
  instead?: Standing
}

/** A refused change that was let go; it stays until it is taken back or removed for good. */
export interface BinRow extends RefusedRow {
  /** Absent for what earlier versions of the app let go. */
  discardedAt?: string
}

export interface ConflictRow extends Conflict {
  scope: string
}

export const UPLOAD = { toSend: 0, received: 1 } as const

/** A file, or a block of a package, that belongs to a record made here and must reach the central store. */
export interface UploadRow {
  scope: string
  sha256: string
  state: 0 | 1
  /** Why it could not be sent, or null. */
  failure: string | null
}

/** One version of a package on this laptop; exactly one of them is the one in work. Its manifest never changes. */
export interface PackageRow {
  inspectionId: string
  /** Its number here; once taken into work, the `no` of its record. */
  version: number
  current: boolean
  manifest: PackageManifest
  /** Absent for a package of the office as it was downloaded. */
  made?: MadeVersion
  /** The inspector chose to stay with the version in work. */
  declined?: boolean
}

/** What else is known of a version that was read from files, or taken into work. */
export interface MadeVersion extends Omit<PackageVersion, 'inspectionId' | 'no' | 'manifest'> {
  /** What came from the files: `convention`, names of listings. The rest is that of the version in work. */
  parts: string[]
  /** It is or was in work, so it is never removed. */
  taken: boolean
}

/** What one package claims, to be compared with others: pieces sealed like blocks. */
export interface ClaimsRow {
  inspectionId: string
  /** Fingerprint of the content they are of. */
  of: string
  pieces: BlockRow[]
}

/** A block of a listing: the gzip bytes as received, sealed with AES-256-GCM. */
export interface BlockRow {
  inspectionId: string
  listing: string
  no: number
  sha256: string
  iv: Uint8Array<ArrayBuffer>
  sealed: Uint8Array<ArrayBuffer>
}

/** Something typed or chosen that is not a record yet, or never will be: of this laptop only. */
export interface DraftRow {
  key: string
  /** The inspection it goes with; absent for the laptop's own. */
  scope?: string
  value: unknown
}

/** How far this laptop is with one inspection. */
export interface ScopeRow {
  id: string
  access: 'read' | 'write' | 'review'
  /** Pull cursor. */
  cursor: number
  /** Highest `seq` the central store gave to a change made here. */
  ackedSeq: number
  lastAttemptAt: string | null
  failure: string | null
}

export interface InspectionRow {
  id: string
  position: number
  item: InspectionListItem
}

export interface MetaRow {
  key: 'mid' | 'sent' | 'acked' | 'epoch' | 'listed-at' | 'mappings'
  value: number | string
}

/** Not sealed: must be readable by an app that does not know this store's shape. */
export interface StampRow {
  key: 'schemaGen'
  n: number
}
