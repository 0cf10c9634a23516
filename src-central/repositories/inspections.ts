import type { Caller } from '#central/app-types.ts'
import type { Database } from '#central/db/database.ts'
import type { PackageManifest } from '#domain/package/manifest.ts'
import type { InspectionListItem } from '#domain/sync/protocol.ts'

export type Access = InspectionListItem['access']

/** One inspection as a scope of the log. */
export interface Scope {
  readonly id: string
  readonly agreementNo: string
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

type ListedRow = Omit<InspectionListItem, 'access'>

/** "My inspections", or the queue of a supervisor. */
export async function listInspections(db: Database, caller: Caller): Promise<InspectionListItem[]> {
  const rows = await db.query<ListedRow>(
    `SELECT i.id, i.checked_out_by AS "checkedOutBy", p.version AS "packageVersion", p.bytes AS "packageBytes",
       p.row_count AS "rowCount", r.data AS record
     FROM inspections i JOIN packages p ON p.agreement_no = i.agreement_no
       JOIN records r ON r.kind = 'inspection' AND r.id = i.id
     WHERE ${VISIBLE} ORDER BY r.data ->> 'plannedDate', i.id`,
    visibleTo(caller),
  )
  return rows.map((row) => ({ ...row, access: accessOf(caller, row) }))
}

/** An inspection the office plans; its record is made at the same time. */
export interface PlannedInspection {
  readonly id: string
  readonly agreementNo: string
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

/** What an agreement's package holds; the same for every inspection of it. */
export type StoredPackage = Omit<PackageManifest, 'inspectionId'> & {
  readonly bytes: number
  readonly rowCount: number
}

export async function storePackage(tx: Database, agreementNo: string, stored: StoredPackage): Promise<void> {
  await tx.query(
    `INSERT INTO packages (agreement_no, version, convention, listings, bytes, row_count)
     VALUES ($1, $2, $3::jsonb, $4::jsonb, $5, $6)`,
    [
      agreementNo,
      stored.version,
      JSON.stringify(stored.convention),
      JSON.stringify(stored.listings),
      stored.bytes,
      stored.rowCount,
    ],
  )
}

export async function readManifest(db: Database, scope: Scope): Promise<PackageManifest> {
  const [row] = await db.query<Omit<PackageManifest, 'inspectionId'>>(
    'SELECT version, convention, listings FROM packages WHERE agreement_no = $1',
    [scope.agreementNo],
  )
  if (row === undefined) throw new Error(`no package for ${scope.agreementNo}`)
  return { inspectionId: scope.id, ...row }
}
