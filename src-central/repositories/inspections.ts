import type { Caller } from '#central/app-types.ts'
import type { Database } from '#central/db/database.ts'
import { blocksOfPackage, type PackageManifest } from '#domain/package/manifest.ts'
import type { InspectionListItem } from '#domain/sync/protocol.ts'

export type Access = InspectionListItem['access']

/** One inspection as a scope of the log. */
export interface Scope {
  readonly id: string
  /** Null for an inspection that was made on a laptop: it has no package of the office. */
  readonly agreementNo: string | null
  readonly inspectorId: string
  readonly checkedOutBy: string | null
  readonly submitted: boolean
  readonly seq: number
}

const SCOPE_COLUMNS = `i.id, i.agreement_no AS "agreementNo", i.inspector_id AS "inspectorId",
  i.checked_out_by AS "checkedOutBy", i.submitted, i.seq`

/** Inspectors see what is assigned to them, supervisors what was submitted, administrators no inspection. */
const VISIBLE = `((i.inspector_id = $1 AND $2 = 'INSPECTOR') OR (i.submitted AND $2 = 'SUPERVISOR'))`
const visibleTo = (caller: Caller): string[] => [caller.account.id, caller.account.role]

/** What a caller may do in a scope they see: its one writer is the laptop that checked it out. */
export function accessOf(caller: Caller, scope: Pick<Scope, 'checkedOutBy'>): Access {
  if (caller.account.role === 'SUPERVISOR') return 'review'
  return caller.deviceId !== null && scope.checkedOutBy === caller.deviceId ? 'write' : 'read'
}

export function listScopes(db: Database, caller: Caller): Promise<Scope[]> {
  return db.query<Scope>(
    `SELECT ${SCOPE_COLUMNS} FROM inspections i WHERE ${VISIBLE} ORDER BY i.id`,
    visibleTo(caller),
  )
}

/** The scope when the caller may see it. */
export async function findScope(db: Database, caller: Caller, id: string): Promise<Scope | undefined> {
  const [scope] = await db.query<Scope>(
    `SELECT ${SCOPE_COLUMNS} FROM inspections i WHERE ${VISIBLE} AND i.id = $3`,
    [...visibleTo(caller), id],
  )
  return scope
}

/** The visible ones among `ids`, locked in the order of their ids until the transaction ends. */
export function lockScopes(tx: Database, caller: Caller, ids: readonly string[]): Promise<Scope[]> {
  return tx.query<Scope>(
    `SELECT ${SCOPE_COLUMNS} FROM inspections i WHERE ${VISIBLE} AND i.id = ANY($3::uuid[])
     ORDER BY i.id FOR UPDATE`,
    [...visibleTo(caller), ids],
  )
}

/**
 * A new inspection that a laptop made, checked out by it; undefined when the id is taken already, by whomever.
 * Its record comes with the same push.
 */
export async function createScope(
  tx: Database,
  { id, inspectorId, deviceId }: { id: string; inspectorId: string; deviceId: string },
): Promise<Scope | undefined> {
  const made = await tx.query(
    `INSERT INTO inspections (id, inspector_id, checked_out_by) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [id, inspectorId, deviceId],
  )
  if (made.length === 0) return undefined
  const scope = { id, agreementNo: null, inspectorId, checkedOutBy: null, submitted: false, seq: 0 }
  await storeCheckout(tx, scope, deviceId)
  return { ...scope, checkedOutBy: deviceId }
}

/** Stores the counters after a push, and which scopes have been submitted. */
export async function storeScopes(
  tx: Database,
  scopes: readonly Pick<Scope, 'id' | 'seq' | 'submitted'>[],
): Promise<void> {
  await tx.query(
    `UPDATE inspections i SET seq = x.seq, submitted = x.submitted
     FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, seq bigint, submitted boolean) WHERE i.id = x.id`,
    [JSON.stringify(scopes)],
  )
}

export async function storeCheckout(tx: Database, scope: Scope, deviceId: string): Promise<void> {
  await tx.query('UPDATE inspections SET checked_out_by = $2 WHERE id = $1', [scope.id, deviceId])
  await tx.query('INSERT INTO checkouts (inspection_id, device_id, previous_device) VALUES ($1, $2, $3)', [
    scope.id,
    deviceId,
    scope.checkedOutBy,
  ])
}

/** The laptop that checked an inspection out last: its name and user, and since when (ISO 8601). */
export async function readWriter(
  tx: Database,
  scope: string,
): Promise<{ readonly deviceId: string; readonly by: string; readonly at: string } | undefined> {
  const [row] = await tx.query<{ deviceId: string; by: string; at: string | Date }>(
    `SELECT c.device_id AS "deviceId", a.display_name || ' (' || d.name || ')' AS by, c.taken_at AS at
     FROM checkouts c JOIN devices d ON d.id = c.device_id JOIN accounts a ON a.id = d.account_id
     WHERE c.inspection_id = $1 ORDER BY c.no DESC LIMIT 1`,
    [scope],
  )
  return row && { ...row, at: new Date(row.at).toISOString() }
}

interface ListedRow extends Omit<InspectionListItem, 'access' | 'packageBytes' | 'rowCount'> {
  readonly packageBytes: number | null
  readonly rowCount: number | null
  /** Of the version taken into work last, if any. */
  readonly manifest: PackageManifest | null
}

/** The version of each inspection's package that was taken into work last. As a sub-select on `i`. */
export const TAKEN_LAST = `SELECT t.id, t.data FROM records t
  WHERE t.kind = 'package' AND t.inspection_id = i.id AND NOT t.deleted
  ORDER BY (t.data ->> 'no')::int DESC, t.id DESC LIMIT 1`

/** "My inspections", or the queue of a supervisor. */
export async function listInspections(db: Database, caller: Caller): Promise<InspectionListItem[]> {
  const rows = await db.query<ListedRow>(
    `SELECT i.id, i.checked_out_by AS "checkedOutBy", coalesce(p.version, 1) AS "packageVersion",
       p.bytes AS "packageBytes", p.row_count AS "rowCount", r.data AS record, v.data -> 'manifest' AS manifest
     FROM inspections i LEFT JOIN packages p ON p.agreement_no = i.agreement_no
       JOIN records r ON r.kind = 'inspection' AND r.id = i.id
       LEFT JOIN LATERAL (${TAKEN_LAST}) v ON true
     WHERE ${VISIBLE} ORDER BY r.data ->> 'plannedDate', i.id`,
    visibleTo(caller),
  )
  return rows.map((row) => ({ ...listed(row), access: accessOf(caller, row) }))
}

/** How much there is to download: of the version in work. */
function listed({ manifest, packageBytes, rowCount, ...row }: ListedRow): Omit<InspectionListItem, 'access'> {
  if (manifest === null) return { ...row, packageBytes: packageBytes ?? 0, rowCount: rowCount ?? 0 }
  const bytes = blocksOfPackage(manifest).reduce((sum, block) => sum + block.bytes, 0)
  const rows = manifest.listings.reduce((sum, { accepted }) => sum + accepted, 0)
  return { ...row, packageBytes: bytes, rowCount: rows }
}

/** An inspection the office plans; its record is made at the same time. */
export interface PlannedInspection {
  readonly id: string
  /** Null for an inspection that was made on a laptop: it has no package of the office. */
  readonly agreementNo: string | null
  readonly inspectorId: string
  readonly record: Readonly<Record<string, unknown>>
}

export async function storeInspections(tx: Database, planned: readonly PlannedInspection[]): Promise<void> {
  await tx.query(
    `WITH x AS (SELECT * FROM jsonb_to_recordset($1::jsonb)
                  AS x(id uuid, "agreementNo" text, "inspectorId" uuid, record jsonb)),
          made AS (INSERT INTO inspections (id, agreement_no, inspector_id, seq)
                     SELECT id, "agreementNo", "inspectorId", 1 FROM x)
     INSERT INTO records (kind, id, inspection_id, seq, deleted, data, fields)
       SELECT 'inspection', id, id, 1, false, record, '{}' FROM x`,
    [JSON.stringify(planned)],
  )
}
