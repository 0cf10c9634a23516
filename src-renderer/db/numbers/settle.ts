import { err, ok, type AppError, type Result } from '#domain/result.ts'
import { appliedProjection } from '#domain/settlement/inspection-projection.ts'
import type { Convention } from '#domain/convention/convention.ts'
import { SETTLED_LISTING } from '#domain/settlement/claim.ts'
import type { CountedProjection, SettlementFacts } from '#domain/settlement/inspection-facts.ts'
import { settlementId } from '#domain/settlement/inspection-settlement.ts'
import { evaluateInspectionSample } from '#renderer/db/numbers/evaluate.ts'
import { pinListing, sealedListing } from '#renderer/db/numbers/open-population.ts'
import type { SettledInspection, SettleReply, SettleRequest } from '#renderer/db/numbers/settle-messages.ts'
import { settleRows } from '#renderer/db/numbers/settle-rows.ts'
import { workerSeat } from '#renderer/db/numbers/worker-seat.ts'
import { readConvention } from '#renderer/db/packages.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { guarded } from '#renderer/db/store.ts'

/** Settles in a worker; where there are none (Node), on this thread. */
const settleAway: (request: SettleRequest) => Promise<SettleReply> =
  typeof Worker === 'undefined'
    ? settleRows
    : workerSeat(
        () => new Worker(new URL('./settle-worker.ts', import.meta.url), { type: 'module' }),
        err('settlement.calculation-stopped'),
      )

type Recorded = Pick<SettlementFacts, 'convention' | 'samples' | 'checks'>

/** The projections that count; what one can't count for is said beside the numbers, never silently left out. */
async function countProjections({ convention, samples, checks }: Recorded) {
  const projections: CountedProjection[] = []
  const notices: AppError[] = []
  for (const sample of samples.filter(({ appliedOn }) => appliedOn !== null)) {
    const evaluated = await evaluateInspectionSample(sample, checks)
    const applied = evaluated.ok ? appliedProjection(sample, evaluated.value, convention) : evaluated
    if (applied.ok) projections.push({ sampleId: sample.id, amount: applied.value.amount })
    else notices.push(applied.error)
  }
  return { projections, notices }
}

async function recordsOf(
  inspectionId: string,
  convention: Convention,
): Promise<Omit<SettlementFacts, 'projections' | 'references'>> {
  const [findings, samples, checks, decision] = await Promise.all([
    listRecords('finding', inspectionId),
    listRecords('sample', inspectionId),
    listRecords('line-check', inspectionId),
    getRecord('settlement', settlementId(inspectionId)),
  ])
  return { convention, findings, samples, checks, decision: decision ?? null }
}

/** What the settlement of an inspection is computed from, and what must be said beside it. */
export interface SettlementGround {
  readonly request: SettleRequest
  readonly notices: readonly AppError[]
}

/**
 * Gathers what a settlement is computed from. Errors: `store.no-package`, `store.block-missing`, `store.damaged`.
 * @returns null while nothing is decided and there are no rows to settle
 */
export async function settlementGround(inspectionId: string): Promise<Result<SettlementGround | null>> {
  return await guarded(async () => {
    const convention = await readConvention(inspectionId)
    if (convention === undefined) return err('store.no-package')
    const recorded = await recordsOf(inspectionId, convention)
    const pin = await pinListing(inspectionId, SETTLED_LISTING[convention.financing.mode])
    if (pin === null && recorded.decision === null) return ok(null)
    const content = pin && (await sealedListing(inspectionId, pin))
    if (content && !content.ok) return content
    const { projections, notices } = await countProjections(recorded)
    const facts = { ...recorded, projections }
    return ok({ request: { content: content?.value ?? null, facts }, notices })
  })
}

/**
 * Settles an inspection from the version in work and its records, off the window's thread.
 * Errors: those of `settlementGround` and `settleFacts`, `settlement.calculation-stopped`.
 * @returns null while nothing is decided and there are no rows to settle
 */
export async function settleInspection(inspectionId: string): Promise<Result<SettledInspection | null>> {
  return await guarded(async () => {
    const ground = await settlementGround(inspectionId)
    if (!ground.ok || ground.value === null) return ground.ok ? ok(null) : ground
    const { request, notices } = ground.value
    const settled = await settleAway(request)
    if (settled.ok) return ok({ ...settled.value, notices: [...notices, ...settled.value.notices] })
    const isUntouched = settled.error.code === 'settlement.empty' && request.facts.decision === null
    return isUntouched ? ok(null) : settled
  })
}
