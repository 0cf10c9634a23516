import { Value } from 'typebox/value'
import type { Caller } from '#central/app-types.ts'
import type { Database } from '#central/db/database.ts'
import { listBlobs } from '#central/repositories/blobs.ts'
import { findConflicts, lockRecords } from '#central/repositories/changes.ts'
import type { ConflictRow, RecordRow, Resolution } from '#central/repositories/changes.ts'
import { createScope, lockScopes, type Scope } from '#central/repositories/inspections.ts'
import { readOfficePackage } from '#central/repositories/packages.ts'
import { isNewInspection } from '#central/sync/new-inspection.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { blocksOfPackage, PackageManifest } from '#domain/package/manifest.ts'
import type { Mutation } from '#domain/sync/protocol.ts'
import { ACT_KINDS, type RecordKind } from '#domain/sync/records.ts'

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
  /** Files that are here, of those a record may refer to: sent by the caller, or part of the office's package. */
  readonly blobs: ReadonlySet<string>
}

export const recordKey = (kind: RecordKind, id: string): string => `${kind}/${id}`

/** Kinds that an act looks at besides its own record. */
const REVIEW_KINDS: RecordKind[] = ['evidence', 'report', 'submission', 'withdrawal', 'decision', 'package']

/** Whether a change signs, or moves the inspection on: then it is judged by what was done before. */
const isAct = ({ kind, patch }: Mutation): boolean =>
  kind === 'report' || ACT_KINDS.includes(kind) || (kind === 'inspection' && 'state' in patch)

/** Loads and locks everything the changes touch: the scopes first, in one order, so that pushes never deadlock. */
export async function openWorkspace(
  tx: Database,
  caller: Caller,
  deviceId: string,
  mutations: readonly Mutation[],
): Promise<Workspace> {
  const seen = await lockScopes(tx, caller, [...new Set(mutations.map((one) => one.scope))])
  const scopes = [...seen, ...(await makeScopes(tx, caller, deviceId, mutations, seen))]
  const records = await loadRecords(tx, mutations)
  const conflicts = await findConflicts(
    tx,
    mutations.flatMap((one) => one.resolves ?? []),
  )
  const named = [...records, ...mutations.map(({ kind, patch }) => ({ kind, data: patch }))].flatMap(filesOf)
  return {
    caller,
    deviceId,
    scopes: new Map(scopes.map((scope) => [scope.id, { ...scope }])),
    records: new Map(records.map((row) => [recordKey(row.kind, row.id), row])),
    changed: new Set(),
    conflicts: [],
    closed: [],
    known: new Map(conflicts.map((row) => [row.id, row.rec])),
    blobs: new Set([
      ...(await listBlobs(tx, caller.account.id, named)),
      ...(await listOfficeBlocks(tx, scopes, mutations)),
    ]),
  }
}

/** Inspections that a laptop made come into being with their first record; an id that is taken is not made again. */
async function makeScopes(
  tx: Database,
  caller: Caller,
  deviceId: string,
  mutations: readonly Mutation[],
  seen: readonly Scope[],
): Promise<Scope[]> {
  const known = new Set(seen.map(({ id }) => id))
  const made: Scope[] = []
  for (const { scope: id } of mutations.filter((one) => isNewInspection(caller, one))) {
    if (known.has(id)) continue
    known.add(id)
    const scope = await createScope(tx, { id, inspectorId: caller.account.id, deviceId })
    if (scope !== undefined) made.push(scope)
  }
  return made
}

/** What a submission does not wait for: the office sent it out itself. */
async function listOfficeBlocks(
  tx: Database,
  scopes: readonly Scope[],
  mutations: readonly Mutation[],
): Promise<string[]> {
  const submitted = mutations.filter(({ kind }) => kind === 'submission').map(({ scope }) => scope)
  const hashes: string[] = []
  for (const scope of scopes.filter(({ id }) => submitted.includes(id))) {
    const office = await readOfficePackage(tx, scope)
    if (office) hashes.push(...blocksOfPackage(office).map(({ sha256 }) => sha256))
  }
  return hashes
}

/** The hashes of the files that a record speaks of. */
export function filesOf({ kind, data }: Pick<RecordRow, 'kind' | 'data'>): string[] {
  if (kind !== 'package') return typeof data['sha256'] === 'string' ? [data['sha256']] : []
  const { manifest } = data
  return Value.Check(PackageManifest, manifest) ? blocksOfPackage(manifest).map(({ sha256 }) => sha256) : []
}

function loadRecords(tx: Database, mutations: readonly Mutation[]): Promise<RecordRow[]> {
  const reviewed = mutations.filter(isAct)
  const ids = [...mutations.map((one) => one.rec), ...mutations.map((one) => one.scope)]
  return lockRecords(tx, [...new Set(ids)], [...new Set(reviewed.map((one) => one.scope))], REVIEW_KINDS)
}

/** Whether the inspection's own record is there; of one that a laptop makes, it comes first. */
export const hasInspection = (work: Workspace, scope: string): boolean =>
  work.records.has(recordKey('inspection', scope))

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
