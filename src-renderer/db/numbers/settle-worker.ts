import type { SettleReply, SettleRequest } from '#renderer/db/numbers/settle-messages.ts'
import { settleRows } from '#renderer/db/numbers/settle-rows.ts'

addEventListener('message', ({ data }: MessageEvent<SettleRequest>) => {
  void settleRows(data).then((reply: SettleReply) => postMessage(reply))
})

// What breaks here must be heard by the page: a rejection alone is not.
addEventListener('unhandledrejection', ({ reason }) => {
  reportError(reason)
})
