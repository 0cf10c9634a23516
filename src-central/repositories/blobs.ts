import type { Database } from '#central/db/database.ts'
import type { Scope } from '#central/repositories/inspections.ts'

export async function storeBlob(
  db: Database,
  inspectorId: string,
  sha256: string,
  size: number,
): Promise<void> {
  await db.query(
    'INSERT INTO blobs (inspector_id, sha256, size) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [inspectorId, sha256, size],
  )
}

/** Those of the hashes whose files the inspector has sent. */
export async function listBlobs(
  db: Database,
  inspectorId: string,
  sha256: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ sha256: string }>(
    'SELECT sha256 FROM blobs WHERE inspector_id = $1 AND sha256 = ANY($2::text[])',
    [inspectorId, sha256],
  )
  return rows.map((row) => row.sha256)
}

/** Whether a record of the inspection refers to the file and its inspector has sent it. */
export async function isBlobOf(db: Database, scope: Scope, sha256: string): Promise<boolean> {
  const rows = await db.query(
    `SELECT 1 FROM records r JOIN blobs b ON b.sha256 = r.data ->> 'sha256' AND b.inspector_id = $2
     WHERE r.inspection_id = $1 AND r.kind IN ('evidence', 'report') AND NOT r.deleted
       AND r.data ->> 'sha256' = $3 LIMIT 1`,
    [scope.id, scope.inspectorId, sha256],
  )
  return rows.length > 0
}
