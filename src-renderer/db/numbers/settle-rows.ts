import { rowLabel } from '#domain/listing/columns.ts'
import type { ListingRow } from '#domain/listing/listing.ts'
import { err, ok } from '#domain/result.ts'
import { SETTLED_LISTING } from '#domain/settlement/claim.ts'
import { settleFacts } from '#domain/settlement/inspection-claim.ts'
import type { SettlementFacts } from '#domain/settlement/inspection-facts.ts'
import { SealError } from '#renderer/db/keyring.ts'
import { openContent } from '#renderer/db/numbers/numbers-engine.ts'
import type { SettleReply, SettleRequest } from '#renderer/db/numbers/settle-messages.ts'

const NOTHING = { rows: [], references: [] } as const

/** Opens what is sealed: the rows, and the references among the facts. Throws a `SealError` when they were changed. */
export async function openFacts({ content, facts }: SettleRequest): Promise<OpenedFacts> {
  const { rows, references } = content === null ? NOTHING : await openContent(content)
  return { rows, facts: { ...facts, references } }
}

interface OpenedFacts {
  readonly rows: readonly ListingRow[]
  readonly facts: SettlementFacts
}

/** Opens the rows and settles them. Errors: those of `settleFacts`, `store.damaged`. Runs off the window's thread. */
export async function settleRows(request: SettleRequest): Promise<SettleReply> {
  try {
    const { rows, facts } = await openFacts(request)
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
