import { NumbersEngine } from '#renderer/db/numbers/numbers-engine.ts'
import type { NumbersReply, NumbersRequest } from '#renderer/db/numbers/numbers-messages.ts'

const engine = new NumbersEngine()
/** One question after the other, so that a listing is opened once. */
let last: Promise<void> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<NumbersRequest>) => {
  last = last.then(async () => {
    const answer = await engine.answer(data)
    postMessage({ request: data.request, answer } satisfies NumbersReply)
  })
})

// What breaks here must be heard by the page: a rejection alone is not.
addEventListener('unhandledrejection', ({ reason }) => {
  reportError(reason)
})
