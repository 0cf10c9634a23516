import { NumbersEngine } from '#renderer/db/numbers/numbers-engine.ts'
import type { NumbersRequest } from '#renderer/db/numbers/numbers-messages.ts'
import { answerQuestions } from '#renderer/db/numbers/worker-seat.ts'

const engine = new NumbersEngine()
answerQuestions((request: NumbersRequest) => engine.answer(request))
