import type { Caller } from '#central/app-types.ts'
import type { Database } from '#central/db/database.ts'
import { listBlobs } from '#central/repositories/blobs.ts'
import { findConflicts, lockRecords } from '#central/repositories/changes.ts'
import type { ConflictRow, RecordRow, Resolution } from '#central/repositories/changes.ts'
import { lockScopes, type Scope } from '#central/repositories/inspections.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { Mutation } from '#domain/sync/protocol.ts'
import type { RecordKind } from '#domain/sync/records.ts'

/** A scope under work: its counter moves with every change. */
export type OpenScope = { -readonly [K in keyof Scope]: Scope[K] }

/** What a push works on: loaded once, changed in memory, stored once. */
export interface Workspace {
  readonly caller: Caller
  readonly deviceId: string
  readonly scopes: ReadonlyMap<string, OpenScope>
  /** By `recordKey`. */
  readonly records: Map<string, RecordRow>
  readonly changed: Set<string>
  readonly conflicts: ConflictRow[]
  readonly closed: Resolution[]
  /** Which record each named conflict is about. */
  readonly known: ReadonlyMap<string, string>
  /** Files that the caller has sent, of those a record may refer to. */
  readonly blobs: ReadonlySet<string>
}

export const recordKey = (kind: RecordKind, id: string): string => `${kind}/${id}`

/** Kinds that a submission or decision looks at besides its own record. */
const REVIEW_KINDS: RecordKind[] = ['evidence', 'report', 'submission']

/** Loads and locks everything the changes touch: the scopes first, in one order, so that pushes never deadlock. */
export async function openWorkspace(
  tx: Database,
  caller: Caller,
  deviceId: string,
  mutations: readonly Mutation[],
): Promise<Workspace> {
  const scopes = await lockScopes(tx, caller, [...new Set(mutations.map((one) => one.scope))])
  const records = await loadRecords(tx, mutations)
  const conflicts = await findConflicts(
    tx,
    mutations.flatMap((one) => one.resolves ?? []),
  )
  const hashes = [...records.map((row) => row.data), ...mutations.map((one) => one.patch)].map(
    (data) => data['sha256'],
  )
  const named = hashes.filter((hash): hash is string => typeof hash === 'string')
  return {
    caller,
    deviceId,
    scopes: new Map(scopes.map((scope) => [scope.id, { ...scope }])),
    records: new Map(records.map((row) => [recordKey(row.kind, row.id), row])),
    changed: new Set(),
    conflicts: [],
    closed: [],
    known: new Map(conflicts.map((row) => [row.id, row.rec])),
    blobs: new Set(await listBlobs(tx, caller.account.id, named)),
  }
}

function loadRecords(tx: Database, mutations: readonly Mutation[]): Promise<RecordRow[]> {
  const reviewed = mutations.filter((one) => one.kind === 'submission' || one.kind === 'decision')
  const ids = [...mutations.map((one) => one.rec), ...mutations.map((one) => one.scope)]
  return lockRecords(tx, [...new Set(ids)], [...new Set(reviewed.map((one) => one.scope))], REVIEW_KINDS)
}

/** The inspection's own record, as it stands now. */
export function inspectionOf(work: Workspace, scope: string): Inspection {
  const row = work.records.get(recordKey('inspection', scope))
  if (row === undefined) throw new Error(`inspection ${scope} has no record`)
  return row.data as unknown as Inspection
}

/** The living records of a kind in a scope, as far as they are loaded. */
export function recordsOf(work: Workspace, kind: RecordKind, scope: string): RecordRow[] {
  return [...work.records.values()].filter((row) => row.kind === kind && row.scope === scope && !row.deleted)
}
