import type { Database } from '#central/db/database.ts'

/** The random id of this store's history. */
export async function readEpoch(db: Database): Promise<string> {
  const [row] = await db.query<{ value: string }>(`SELECT value FROM settings WHERE name = 'epoch'`)
  if (row === undefined) throw new Error('the store has no epoch')
  return row.value
}
