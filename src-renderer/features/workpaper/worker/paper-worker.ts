import type { PaperOrder } from '#renderer/features/workpaper/worker/paper-messages.ts'
import { writePaper } from '#renderer/features/workpaper/worker/write-paper.ts'

addEventListener('message', ({ data }: MessageEvent<PaperOrder>) => {
  void writePaper(data).then((reply) => postMessage(reply))
})

// What breaks here must be heard by the page: a rejection alone is not.
addEventListener('unhandledrejection', ({ reason }) => {
  reportError(reason)
})
