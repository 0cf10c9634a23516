import type { Caller } from '#central/app-types.ts'
import type { Database } from '#central/db/database.ts'
import { readActs, type LogRow } from '#central/repositories/changes.ts'
import { readWriter } from '#central/repositories/inspections.ts'
import { standingOf, type Standing } from '#domain/inspection/standing.ts'

/** Refusals because somebody was there first. */
const OVERTAKEN = ['sync.wrong-step', 'sync.closed', 'sync.superseded', 'sync.not-writer']

/**
 * The log of a push in which every change that came too late says what was done instead, by whom and when. Nothing is
 * told of an inspection that the caller does not see: its changes are refused with `sync.no-access`.
 */
export async function tellStandings(
  tx: Database,
  caller: Caller,
  deviceId: string,
  log: readonly LogRow[],
): Promise<LogRow[]> {
  const told: LogRow[] = []
  for (const row of log) {
    const instead = await standingFor(tx, caller, deviceId, row)
    told.push(instead === undefined ? row : { ...row, answer: { ...row.answer, instead } })
  }
  return told
}

async function standingFor(
  tx: Database,
  { account }: Caller,
  deviceId: string,
  { scope, answer }: LogRow,
): Promise<Standing | undefined> {
  if (scope === null || answer.reason === undefined || !OVERTAKEN.includes(answer.reason)) return undefined
  if (answer.reason !== 'sync.not-writer') {
    const { inspection, ...acts } = await readActs(tx, scope)
    return inspection && standingOf(inspection, acts)
  }
  const writer = account.role === 'INSPECTOR' ? await readWriter(tx, scope) : undefined
  if (writer === undefined || writer.deviceId === deviceId) return undefined
  return { what: 'taken-over', by: writer.by, at: writer.at }
}
