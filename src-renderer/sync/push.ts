import { err, ok, type AppError, type Result } from '#domain/result.ts'
import { MAX_MUTATIONS_PER_PUSH, MAX_PUSH_BYTES, type Mutation } from '#domain/sync/protocol.ts'
import { goBackTo, readEpoch } from '#renderer/db/sync-history.ts'
import { setAsidePoison, settle, takeBatch } from '#renderer/db/sync-log.ts'
import { failureClass } from '#renderer/sync/failure-class.ts'
import type { Ports } from '#renderer/sync/ports.ts'

/** Room for the envelope around the mutations. */
const MAX_BATCH_BYTES = MAX_PUSH_BYTES - 1024
const MOST_GAPS = 3

export interface PushHooks {
  /** Called before a batch that opens with a `submission`: its files go first. */
  readonly beforeSubmission: () => Promise<Result<null>>
  /** Hears how many mutations were answered. */
  readonly onAnswered: (count: number) => void
}

/** Sends the log in order until nothing is left. What can't pass is set aside; the rest goes on. */
export async function pushAll(ports: Ports, hooks: PushHooks): Promise<Result<null>> {
  let most = MAX_MUTATIONS_PER_PUSH
  for (let gaps = 0; gaps <= MOST_GAPS;) {
    const batch = await takeBatch(most, MAX_BATCH_BYTES)
    if (batch.length === 0) return ok(null)
    if (batch[0]?.kind === 'submission') {
      const files = await hooks.beforeSubmission()
      if (!files.ok) return files
    }
    const sent = await pushBatch(ports, batch)
    if (sent.ok) {
      hooks.onAnswered(batch.length)
      most = Math.min(MAX_MUTATIONS_PER_PUSH, most * 2)
      continue
    }
    const way = failureClass(sent.error)
    if (way === 'gap') {
      gaps++
      await goBackTo(Number(sent.error.details?.['expectedMid'] ?? 1))
    } else if (way !== 'halve' || !(await passedPoison(batch, sent.error))) {
      return sent
    }
    if (way === 'halve') most = Math.max(1, Math.floor(batch.length / 2))
  }
  return err('sync.gap')
}

/** A batch of one that still does not pass is the poison itself. False when even its filler was refused. */
async function passedPoison(batch: readonly Mutation[], error: AppError): Promise<boolean> {
  const [only, second] = batch
  if (only === undefined || second !== undefined) return true
  return await setAsidePoison(only, error.code)
}

async function pushBatch(ports: Ports, mutations: Mutation[]): Promise<Result<null>> {
  const epoch = (await readEpoch()) ?? ''
  const answer = await ports.push({ epoch, mutations })
  if (!answer.ok) return answer
  await settle(answer.value.results)
  return ok(null)
}
