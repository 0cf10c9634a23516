import { rowLabel } from '#domain/listing/columns.ts'
import { err, ok } from '#domain/result.ts'
import { SETTLED_LISTING } from '#domain/settlement/claim.ts'
import { settleFacts } from '#domain/settlement/inspection-claim.ts'
import { SealError } from '#renderer/db/keyring.ts'
import { openContent } from '#renderer/db/numbers/numbers-engine.ts'
import type { SettleReply, SettleRequest } from '#renderer/db/numbers/settle-messages.ts'

/** Opens the rows and settles them. Errors: those of `settleFacts`, `store.damaged`. Runs off the window's thread. */
export async function settleRows({ content, facts }: SettleRequest): Promise<SettleReply> {
  try {
    const { rows } = content === null ? { rows: [] } : await openContent(content)
    const settled = settleFacts(facts, rows)
    if (!settled.ok) return settled
    const listing = SETTLED_LISTING[facts.convention.financing.mode]
    const places = new Map(rows.map(({ line, cells }) => [rowLabel(listing, cells), line]))
    return ok({ ...settled.value, places })
  } catch (cause) {
    if (cause instanceof SealError) return err(cause.code)
    throw cause
  }
}
