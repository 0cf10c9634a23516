import { err, ok, type Result } from '#domain/result.ts'
import type { PopulationSource } from '#domain/sampling/inspection-sample.ts'
import { NumbersEngine } from '#renderer/db/numbers/numbers-engine.ts'
import type {
  AnswerTo,
  NumbersRequest,
  QuestionKind,
  Questions,
} from '#renderer/db/numbers/numbers-messages.ts'
import { sealedListing } from '#renderer/db/numbers/open-population.ts'
import { workerSeat } from '#renderer/db/numbers/worker-seat.ts'
import { guarded } from '#renderer/db/store.ts'

/** Answers in a worker; where there are none (Node), on this thread. */
const ask: (request: NumbersRequest) => Promise<Result<unknown>> =
  typeof Worker === 'undefined' ? answerHere() : answerAway()

function answerHere(): typeof ask {
  const engine = new NumbersEngine()
  return (request) => engine.answer(request)
}

function answerAway(): typeof ask {
  const start = () => new Worker(new URL('./numbers-worker.ts', import.meta.url), { type: 'module' })
  return workerSeat(start, err('sampling.calculation-stopped'))
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
    const answer = await ask({ content: content.value, source, question })
    return answer.ok ? ok(answer.value as AnswerTo<K>) : answer
  })
}
