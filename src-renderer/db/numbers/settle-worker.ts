import { settleRows } from '#renderer/db/numbers/settle-rows.ts'
import { answerQuestions } from '#renderer/db/numbers/worker-seat.ts'

answerQuestions(settleRows)
