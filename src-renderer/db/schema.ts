import Dexie, { type Table } from 'dexie'
import type { Keyring } from '#renderer/db/keyring.ts'
import type * as rows from '#renderer/db/rows.ts'
import { sealMiddleware } from '#renderer/db/seal-middleware.ts'
import { versions } from '#renderer/db/versions/index.ts'

/** The generation of this store's meaning; an older app refuses a newer one (Dexie alone would not). */
export const SCHEMA_GEN = 3

/** `blocks` and `claims` are sealed before they come here, `stamps` must be readable without a key. */
export const PLAIN_TABLES = ['blocks', 'claims', 'stamps'] as const

/** The laptop's cupboard. Strict durability: a write that resolved survives a power cut. */
export class LocalDb extends Dexie {
  declare records: Table<rows.RecordRow, [string, string]>
  declare outbox: Table<rows.OutboxRow, number>
  declare refused: Table<rows.RefusedRow, number>
  declare bin: Table<rows.BinRow, number>
  declare conflicts: Table<rows.ConflictRow, string>
  declare uploads: Table<rows.UploadRow, [string, string]>
  declare packages: Table<rows.PackageRow, [string, number]>
  declare blocks: Table<rows.BlockRow, [string, string, number, string]>
  declare claims: Table<rows.ClaimsRow, string>
  declare drafts: Table<rows.DraftRow, string>
  declare scopes: Table<rows.ScopeRow, string>
  declare inspections: Table<rows.InspectionRow, string>
  declare meta: Table<rows.MetaRow, string>
  declare stamps: Table<rows.StampRow, string>

  /** @param upTo highest version to register; tests open an old one to prove the upgrade from it. */
  constructor(keyring: Keyring, name = 'constat', upTo = Number.POSITIVE_INFINITY) {
    super(name, { chromeTransactionDurability: 'strict' })
    for (const { number, stores, upgrade } of versions) {
      if (number > upTo) continue
      const version = this.version(number).stores({ ...stores })
      if (upgrade !== undefined) version.upgrade(upgrade)
    }
    this.use(sealMiddleware(keyring, PLAIN_TABLES))
  }
}
