import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { AppError, Details, Result } from '#domain/result.ts'

/** What every failed request answers. */
export const ProblemBody = Type.Object({
  code: Type.String(),
  details: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
})

/** A request that is refused: the status, and the failure as data. */
export class Problem extends Error {
  readonly statusCode: number
  readonly error: AppError
  constructor(status: number, code: string, details?: Details) {
    super(code)
    this.statusCode = status
    this.error = details === undefined ? { code } : { code, details }
  }
}

/** The value, or the failure as a refused request. */
export function valueOf<T>(result: Result<T>, status: number): T {
  if (result.ok) return result.value
  throw new Problem(status, result.error.code, result.error.details)
}

/** The one place that turns any failure into `{ code, details }`. What is unexpected is logged, without the request. */
export function answerProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ code: 'request.not-found' }))
  app.setErrorHandler((problem, _, reply) => {
    if (problem instanceof Problem) {
      const wait = problem.error.details?.['seconds']
      if (wait !== undefined) void reply.header('retry-after', wait)
      return reply.code(problem.statusCode).send(problem.error)
    }
    const status = statusOf(problem)
    if (status >= 500) console.error('Unexpected problem:', problem)
    return reply
      .code(status)
      .send({ code: CODES[status] ?? (status >= 500 ? 'request.unexpected' : 'request.refused') })
  })
}

const CODES: Readonly<Record<number, string>> = {
  400: 'request.invalid',
  413: 'request.too-large',
  415: 'request.wrong-type',
  429: 'request.too-many',
}

function statusOf(problem: unknown): number {
  const { statusCode } = problem as { statusCode?: unknown }
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500
}
