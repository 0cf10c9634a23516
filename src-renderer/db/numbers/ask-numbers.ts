import { err, ok, type Result } from '#domain/result.ts'
import type { PopulationSource } from '#domain/sampling/inspection-sample.ts'
import { NumbersEngine } from '#renderer/db/numbers/numbers-engine.ts'
import type {
  AnswerTo,
  NumbersReply,
  NumbersRequest,
  QuestionKind,
  Questions,
} from '#renderer/db/numbers/numbers-messages.ts'
import { sealedListing } from '#renderer/db/numbers/open-population.ts'
import { guarded } from '#renderer/db/store.ts'

/** Where questions are answered. */
interface Seat {
  readonly ask: (request: NumbersRequest) => Promise<Result<unknown>>
}

/** A worker that nobody asked anything for so long goes, with the rows it holds. */
const IDLE_MS = 30_000

/** Answers in a worker; when it breaks down, what was asked for answers `sampling.calculation-stopped`. */
function workerSeat(onEnd: () => void): Seat {
  const worker = new Worker(new URL('./numbers-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (answer: Result<unknown>) => void>()
  let idle: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(idle)
    worker.terminate()
    for (const answer of waiting.values()) answer(err('sampling.calculation-stopped'))
    onEnd()
  }
  worker.onerror = end
  worker.onmessage = ({ data }: MessageEvent<NumbersReply>) => {
    waiting.get(data.request)?.(data.answer)
    waiting.delete(data.request)
    if (waiting.size === 0) idle = setTimeout(end, IDLE_MS)
  }
  return {
    ask: (request) =>
      new Promise((resolve) => {
        clearTimeout(idle)
        waiting.set(request.request, resolve)
        worker.postMessage(request)
      }),
  }
}

/** Where there are no workers (Node), this thread answers. */
function ownSeat(): Seat {
  const engine = new NumbersEngine()
  return { ask: async (request) => await engine.answer(request) }
}

let seat: Seat | null = null
let requests = 0

function currentSeat(): Seat {
  seat ??= typeof Worker === 'undefined' ? ownSeat() : workerSeat(() => (seat = null))
  return seat
}

/**
 * Asks about the population of a source, off the window's thread.
 * Errors: those of `sealedListing` and of the question, `sampling.calculation-stopped`, `store.damaged`.
 */
export async function askNumbers<K extends QuestionKind>(
  inspectionId: string,
  source: PopulationSource,
  kind: K,
  asked: Questions[K]['asked'],
): Promise<Result<AnswerTo<K>>> {
  return await guarded(async () => {
    const content = await sealedListing(inspectionId, source)
    if (!content.ok) return content
    const question = { kind, asked } as NumbersRequest['question']
    requests++
    const answer = await currentSeat().ask({ request: requests, content: content.value, source, question })
    return answer.ok ? ok(answer.value as AnswerTo<K>) : answer
  })
}
