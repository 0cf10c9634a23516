import Dexie from 'dexie'
import { readCounter } from '#renderer/db/log.ts'
import { UPLOAD, type ScopeRow } from '#renderer/db/rows.ts'
import type { LocalDb } from '#renderer/db/schema.ts'
import { currentStore } from '#renderer/db/store.ts'

/** Where the work on one inspection is; the words are the catalog `status`. */
export type TransferState = 'saved' | 'to-send' | 'sending' | 'received' | 'applied' | 'refused'

export interface TransferItem {
  readonly inspectionId: string
  readonly state: TransferState
  /** Changes not yet acknowledged, and how many of them have left this computer. */
  readonly mutations: { readonly pending: number; readonly sending: number }
  readonly files: { readonly pending: number; readonly total: number }
  readonly refused: number
  /** ISO 8601, or null when never tried. */
  readonly lastAttemptAt: string | null
  /** Error code of the last attempt, or of the newest refusal; null when all is well. */
  readonly reason: string | null
}

/** Changes that the central store has not answered yet, and files it does not have. Live. */
export async function countWaiting(): Promise<{ readonly changes: number; readonly files: number }> {
  const { db } = currentStore()
  const files = await db.uploads.where('state').equals(UPLOAD.toSend).count()
  return { files, changes: (await readCounter(db, 'mid')) - (await readCounter(db, 'acked')) }
}

/** All of these together. Live. */
export async function countPending(): Promise<number> {
  const { changes, files } = await countWaiting()
  return changes + files
}

/** Changes ever recorded on this laptop: grows with each. */
export async function countRecorded(): Promise<number> {
  return await readCounter(currentStore().db, 'mid')
}

/** One line per inspection on this laptop. Live. */
export async function listTransfers(): Promise<TransferItem[]> {
  const { db } = currentStore()
  const scopes = await db.scopes.toArray()
  return await Promise.all(scopes.map((scope) => transferOf(db, scope)))
}

async function transferOf(db: LocalDb, scope: ScopeRow): Promise<TransferItem> {
  const acked = await readCounter(db, 'acked')
  const sent = await readCounter(db, 'sent')
  const unsent = (from: number) =>
    db.outbox.where('[scope+mid]').between([scope.id, from], [scope.id, Dexie.maxKey], false, true).count()
  const pending = await unsent(acked)
  const files = {
    pending: await db.uploads.where({ scope: scope.id, state: 0 }).count(),
    total: await db.uploads.where('[scope+state]').between([scope.id, 0], [scope.id, 1], true, true).count(),
  }
  const refused = await db.refused.where({ scope: scope.id }).toArray()
  const counts = { mutations: { pending, sending: pending - (await unsent(sent)) }, files }
  return {
    inspectionId: scope.id,
    state: stateOf(scope, counts, refused.length),
    ...counts,
    refused: refused.length,
    lastAttemptAt: scope.lastAttemptAt,
    reason: scope.failure ?? refused.at(-1)?.reason ?? null,
  }
}

function stateOf(
  scope: ScopeRow,
  { mutations, files }: Pick<TransferItem, 'mutations' | 'files'>,
  refused: number,
): TransferState {
  if (refused > 0) return 'refused'
  if (mutations.sending > 0 && scope.failure === null) return 'sending'
  if (mutations.pending > 0 && scope.lastAttemptAt === null) return 'saved'
  if (mutations.pending > 0 || (files.pending > 0 && scope.failure !== null)) return 'to-send'
  return files.pending > 0 || scope.cursor < scope.ackedSeq ? 'received' : 'applied'
}
