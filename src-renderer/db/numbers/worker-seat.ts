/** A question or an answer under way between the page and a worker; an answer bears the number of its question. */
interface Numbered<T> {
  readonly no: number
  readonly said: T
}

/** A worker that nobody asked anything for so long goes, with the rows it holds. */
const IDLE_MS = 30_000

/**
 * Makes what asks a worker, which is started when it is needed.
 * @param start makes the worker; there, `answerQuestions` listens
 * @param stopped what is answered to all that was asked when the worker breaks down
 */
export function workerSeat<A>(start: () => Worker, stopped: A): (question: unknown) => Promise<A> {
  const waiting = new Map<number, (answer: A) => void>()
  let worker: Worker | null = null
  let idle: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const end = () => {
    clearTimeout(idle)
    worker?.terminate()
    worker = null
    for (const answer of waiting.values()) answer(stopped)
    waiting.clear()
  }
  const started = (): Worker => {
    const made = start()
    made.onerror = end
    made.onmessage = ({ data }: MessageEvent<Numbered<A>>) => {
      waiting.get(data.no)?.(data.said)
      waiting.delete(data.no)
      if (waiting.size === 0) idle = setTimeout(end, IDLE_MS)
    }
    return made
  }
  return (question) =>
    new Promise((resolve) => {
      clearTimeout(idle)
      worker ??= started()
      last++
      worker.postMessage({ no: last, said: question } satisfies Numbered<unknown>)
      waiting.set(last, resolve)
    })
}

/** The other end, in the worker: one question after the other, so that it holds the rows of one. */
export function answerQuestions(answer: (question: never) => Promise<unknown>): void {
  let last: Promise<void> = Promise.resolve()
  addEventListener('message', ({ data }: MessageEvent<Numbered<never>>) => {
    last = last.then(async () => {
      postMessage({ no: data.no, said: await answer(data.said) } satisfies Numbered<unknown>)
    })
  })
  // What breaks here must be heard by the page: a rejection alone is not.
  addEventListener('unhandledrejection', ({ reason }) => {
    reportError(reason)
  })
}
