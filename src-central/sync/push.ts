import { deviceOf } from '#central/plugins/callers.ts'
import type { Caller, CentralDeps } from '#central/app-types.ts'
import type { Database } from '#central/db/database.ts'
import {
  appendLog,
  closeConflicts,
  readLog,
  storeConflicts,
  storeRecords,
  type LogRow,
  type RecordRow,
} from '#central/repositories/changes.ts'
import { readMark, storeMark, type DeviceMark } from '#central/repositories/devices.ts'
import { storeScopes } from '#central/repositories/inspections.ts'
import { readEpoch } from '#central/repositories/settings.ts'
import { applyMutation, rejected } from '#central/sync/apply-mutation.ts'
import { chainHash, readMutation, type Incoming, type PushEnvelope } from '#central/sync/read-mutation.ts'
import { tellStandings } from '#central/sync/tell-standing.ts'
import { openWorkspace, type Workspace } from '#central/sync/workspace.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { PushResponse, PushResult } from '#domain/sync/protocol.ts'

/**
 * Takes the changes of a laptop in, in one transaction, answered after its commit. What was answered before is
 * answered the same (`dup`). Fails as a whole with `sync.epoch`, `sync.gap` (`expectedMid`) or `sync.forked`.
 */
export async function push(
  deps: CentralDeps,
  caller: Caller,
  asked: PushEnvelope,
): Promise<Result<PushResponse>> {
  const deviceId = deviceOf(caller)
  return deps.db.transaction(async (tx) => {
    if (asked.epoch !== (await readEpoch(tx))) return err('sync.epoch')
    const mark = await readMark(tx, deviceId, true)
    const known = await answerKnown(tx, deviceId, mark, asked.mutations)
    if (!known.ok) return known
    const fresh = asked.mutations.filter((one) => one.mid > mark.lastMid)
    if (fresh.some((one, at) => one.mid !== mark.lastMid + 1 + at)) {
      return err('sync.gap', { expectedMid: mark.lastMid + 1 })
    }
    const added = fresh.length > 0 ? await takeIn(tx, { deps, caller, deviceId, mark, fresh }) : []
    return ok({ lastMid: mark.lastMid + fresh.length, results: [...known.value, ...added] })
  })
}

/** The answers of then; a number that came with another id means two laptops with one identity. */
async function answerKnown(
  tx: Database,
  deviceId: string,
  mark: DeviceMark,
  mutations: readonly Incoming[],
): Promise<Result<PushResult[]>> {
  const old = mutations.filter((one) => one.mid <= mark.lastMid)
  if (old.length === 0) return ok([])
  const rows = await readLog(
    tx,
    deviceId,
    old.map((one) => one.mid),
  )
  const log = new Map(rows.map((row) => [row.mid, row]))
  if (old.some((one) => log.get(one.mid)?.id !== one.id)) {
    return err('sync.forked', { expectedMid: mark.lastMid + 1 })
  }
  return ok(old.flatMap((one) => log.get(one.mid)?.answer ?? []).map((answer) => ({ ...answer, dup: true })))
}

interface Intake {
  readonly deps: CentralDeps
  readonly caller: Caller
  readonly deviceId: string
  readonly mark: DeviceMark
  readonly fresh: readonly Incoming[]
}

async function takeIn(tx: Database, intake: Intake): Promise<PushResult[]> {
  const { caller, deviceId, fresh, mark } = intake
  const readable = fresh.flatMap((one) => readMutation(one) ?? [])
  const work = await openWorkspace(tx, caller, deviceId, readable)
  const log: LogRow[] = []
  let head = mark.lastHash
  for (const one of fresh) {
    const row = logOne(work, one, head, intake.deps.now())
    head = row.hash
    log.push(row)
  }
  await storeWork(tx, work)
  const told = await tellStandings(tx, caller, deviceId, log)
  await appendLog(tx, deviceId, caller.account.id, told)
  await storeMark(tx, deviceId, { lastMid: mark.lastMid + fresh.length, lastHash: head })
  return told.map((row) => row.answer)
}

/** Of a change that can't be read, the log keeps what can be stored: its id and number. */
function logOne(work: Workspace, incoming: Incoming, head: string | null, now: Date): LogRow {
  const change = readMutation(incoming)
  const { id, mid } = incoming
  if (change === undefined) {
    const applied = rejected(mid, { reason: 'sync.invalid' })
    return { id, mid, scope: null, mutation: { id, mid }, hash: chainHash(head, { id, mid }), ...applied }
  }
  const applied = applyMutation(work, change, now)
  return { id, mid, scope: change.scope, mutation: change, hash: chainHash(head, change), ...applied }
}

async function storeWork(tx: Database, work: Workspace): Promise<void> {
  const rows = [...work.changed].flatMap((key): RecordRow[] => {
    const row = work.records.get(key)
    return row === undefined ? [] : [row]
  })
  await storeRecords(tx, rows)
  await storeConflicts(tx, work.conflicts)
  await closeConflicts(tx, work.closed)
  await storeScopes(tx, [...work.scopes.values()])
}
