import type { Database } from '#central/db/database.ts'

export async function storeDevice(db: Database, id: string, accountId: string, name: string): Promise<void> {
  await db.query('INSERT INTO devices (id, account_id, name) VALUES ($1, $2, $3)', [id, accountId, name])
}

/** Whether a device was enrolled for the account. */
export async function isDeviceOf(db: Database, id: string, accountId: string): Promise<boolean> {
  const rows = await db.query('SELECT 1 FROM devices WHERE id = $1 AND account_id = $2', [id, accountId])
  return rows.length > 0
}

export async function nameOfDevice(db: Database, id: string): Promise<string> {
  const [row] = await db.query<{ name: string }>('SELECT name FROM devices WHERE id = $1', [id])
  return row?.name ?? ''
}

/** How far the log of a device has come, and the head of its hash chain. */
export interface DeviceMark {
  readonly lastMid: number
  readonly lastHash: string | null
}

/** @param lock keeps other pushes of the device out until the transaction ends */
export async function readMark(db: Database, id: string, lock = false): Promise<DeviceMark> {
  const [row] = await db.query<DeviceMark>(
    `SELECT last_mid AS "lastMid", last_hash AS "lastHash" FROM devices WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [id],
  )
  return row ?? { lastMid: 0, lastHash: null }
}

export async function storeMark(db: Database, id: string, mark: DeviceMark): Promise<void> {
  await db.query('UPDATE devices SET last_mid = $2, last_hash = $3 WHERE id = $1', [
    id,
    mark.lastMid,
    mark.lastHash,
  ])
}
