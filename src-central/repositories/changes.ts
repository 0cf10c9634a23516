import type { Database } from '#central/db/database.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { Acts } from '#domain/inspection/standing.ts'
import type { FieldVersion } from '#domain/sync/merge.ts'
import type { Change, Conflict, PushResult } from '#domain/sync/protocol.ts'
import type { RecordKind, RecordOf } from '#domain/sync/records.ts'

/** A record with where it belongs. */
export interface RecordRow {
  readonly kind: RecordKind
  readonly id: string
  readonly scope: string
  readonly seq: number
  readonly deleted: boolean
  readonly data: Readonly<Record<string, unknown>>
  readonly fields: Readonly<Record<string, FieldVersion>>
}

/** A line of the log. */
export interface LogRow {
  readonly mid: number
  readonly id: string
  readonly scope: string | null
  readonly mutation: unknown
  readonly answer: PushResult
  readonly effect: unknown
  readonly hash: string
}

export interface ConflictRow extends Omit<Conflict, 'resolved'> {
  readonly scope: string
  readonly mutationId: string
}

/** A conflict that a change closes, with its new number in the scope. */
export interface Resolution {
  readonly id: string
  readonly resolvedBy: string
  readonly seq: number
}

const RECORD_COLUMNS = 'kind, id, inspection_id AS scope, seq, deleted, data, fields'

/** The records with these ids wherever they are, and those of `kinds` in these scopes; locked. */
export function lockRecords(
  tx: Database,
  ids: readonly string[],
  scopes: readonly string[],
  kinds: readonly RecordKind[],
): Promise<RecordRow[]> {
  return tx.query<RecordRow>(
    `SELECT ${RECORD_COLUMNS} FROM records
     WHERE id = ANY($1::uuid[]) OR (inspection_id = ANY($2::uuid[]) AND kind = ANY($3::text[])) FOR UPDATE`,
    [ids, scopes, kinds],
  )
}

export async function storeRecords(tx: Database, rows: readonly RecordRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `INSERT INTO records (kind, id, inspection_id, seq, deleted, data, fields)
     SELECT kind, id, scope, seq, deleted, data, fields FROM jsonb_to_recordset($1::jsonb)
       AS x(kind text, id uuid, scope uuid, seq bigint, deleted boolean, data jsonb, fields jsonb)
     ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq, deleted = excluded.deleted,
       data = excluded.data, fields = excluded.fields`,
    [JSON.stringify(rows)],
  )
}

/** Those of the conflicts that exist, with the record they are about. */
export function findConflicts(tx: Database, ids: readonly string[]): Promise<{ id: string; rec: string }[]> {
  return tx.query('SELECT id, rec FROM conflicts WHERE id = ANY($1::uuid[])', [ids])
}

export async function storeConflicts(tx: Database, rows: readonly ConflictRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `INSERT INTO conflicts (id, inspection_id, kind, rec, mutation_id, reason, fields, seq)
     SELECT id, scope, kind, rec, "mutationId", reason, fields, seq FROM jsonb_to_recordset($1::jsonb)
       AS x(id uuid, scope uuid, kind text, rec uuid, "mutationId" uuid, reason text, fields jsonb, seq bigint)`,
    [JSON.stringify(rows)],
  )
}

export async function closeConflicts(tx: Database, rows: readonly Resolution[]): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `UPDATE conflicts c SET resolved_by = x."resolvedBy", seq = x.seq FROM jsonb_to_recordset($1::jsonb)
       AS x(id uuid, "resolvedBy" uuid, seq bigint) WHERE c.id = x.id`,
    [JSON.stringify(rows)],
  )
}

/** What was answered to these numbers of a device before. */
export function readLog(
  tx: Database,
  deviceId: string,
  mids: readonly number[],
): Promise<Pick<LogRow, 'mid' | 'id' | 'answer'>[]> {
  return tx.query('SELECT mid, id, answer FROM mutations WHERE device_id = $1 AND mid = ANY($2::bigint[])', [
    deviceId,
    mids,
  ])
}

export async function appendLog(
  tx: Database,
  deviceId: string,
  accountId: string,
  rows: readonly LogRow[],
): Promise<void> {
  await tx.query(
    `INSERT INTO mutations (device_id, account_id, mid, id, scope, mutation, answer, effect, hash)
     SELECT $2::uuid, $3::uuid, mid, id, scope, mutation, answer, effect, hash
     FROM jsonb_to_recordset($1::jsonb) AS x(mid bigint, id uuid, scope uuid, mutation jsonb, answer jsonb,
       effect jsonb, hash text)`,
    [JSON.stringify(rows), deviceId, accountId],
  )
}

/** An inspection with every act that moved it on. */
export async function readActs(
  tx: Database,
  scope: string,
): Promise<Acts & { readonly inspection: Inspection | undefined }> {
  const rows = await tx.query<Pick<RecordRow, 'kind' | 'data'>>(
    `SELECT kind, data FROM records WHERE inspection_id = $1 AND NOT deleted
       AND kind IN ('inspection', 'report', 'submission', 'withdrawal', 'decision')`,
    [scope],
  )
  const of = <K extends RecordKind>(kind: K) =>
    rows.filter((row) => row.kind === kind).map(({ data }) => data as unknown as RecordOf<K>)
  return {
    ...{ inspection: of('inspection')[0], reports: of('report'), submissions: of('submission') },
    ...{ withdrawals: of('withdrawal'), decisions: of('decision') },
  }
}

/** The changes of a scope after a number, oldest first. */
export async function readChanges(
  tx: Database,
  scope: string,
  since: number,
  limit: number,
): Promise<Change[]> {
  const rows = await tx.query<Required<Change>>(
    `SELECT kind, id, seq, deleted, data FROM records WHERE inspection_id = $1 AND seq > $2
     ORDER BY seq LIMIT $3`,
    [scope, since, limit],
  )
  return rows.map(({ data, ...change }) => (change.deleted ? change : { ...change, data }))
}

/** The conflicts opened or closed after a number and up to another. */
export function readConflicts(tx: Database, scope: string, since: number, upTo: number): Promise<Conflict[]> {
  return tx.query<Conflict>(
    `SELECT id, kind, rec, reason, fields, seq, resolved_by IS NOT NULL AS resolved FROM conflicts
     WHERE inspection_id = $1 AND seq > $2 AND seq <= $3 ORDER BY seq`,
    [scope, since, upTo],
  )
}
