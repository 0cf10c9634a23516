import type { OutboxRow } from '#renderer/db/rows.ts'
import { currentStore } from '#renderer/db/store.ts'

/** The log of this laptop, oldest first. */
export const listOutbox = async (): Promise<OutboxRow[]> =>
  await currentStore().db.outbox.orderBy('mid').toArray()
