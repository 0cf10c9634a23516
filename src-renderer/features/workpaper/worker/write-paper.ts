import { err, ok, type Result } from '#domain/result.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import { claimOf, settleFacts } from '#domain/settlement/inspection-claim.ts'
import type { SamplePaper } from '#domain/workpaper/sample-sheet.ts'
import type { SettlementPaper } from '#domain/workpaper/settlement-sheet.ts'
import { workpaper } from '#domain/workpaper/workpaper.ts'
import { SealError } from '#renderer/db/keyring.ts'
import { openFacts } from '#renderer/db/numbers/settle-rows.ts'
import type {
  PaperOrder,
  PaperReply,
  SampleOrder,
  SettlementOrder,
} from '#renderer/features/workpaper/worker/paper-messages.ts'

const samplePaper = ({ checked, record, surroundings, together }: SampleOrder): SamplePaper => ({
  ...{ checked, surroundings, together },
  record: JSON.parse(new TextDecoder().decode(record)) as SampleRecord,
})

/** Settles once more, keeping the claim: its rows are what the workbook shows. */
async function settlementPaper(order: SettlementOrder): Promise<Result<SettlementPaper>> {
  const { request, notices } = order.ground
  const { facts, rows } = await openFacts(request)
  const made = claimOf(facts, rows)
  if (!made.ok) return made
  const settled = settleFacts(facts, rows)
  if (!settled.ok) return settled
  const all = { ...settled.value, notices: [...notices, ...settled.value.notices] }
  return ok({ claim: made.value.claim, settled: all, surroundings: order.surroundings })
}

/**
 * Makes the workbook; runs off the window's thread. Errors: those of `workpaper`, `claimOf` and `settleFacts`,
 * `store.damaged`.
 */
export async function writePaper({ catalogs, sample, settlement }: PaperOrder): Promise<PaperReply> {
  try {
    const settled = settlement && (await settlementPaper(settlement))
    if (settled && !settled.ok) return settled
    const samples = sample ? [samplePaper(sample)] : []
    return await workpaper({ catalogs, samples, settlement: settled?.value ?? null })
  } catch (cause) {
    if (cause instanceof SealError) return err(cause.code)
    throw cause
  }
}
