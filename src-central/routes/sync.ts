import type { FastifySchemaCompiler } from 'fastify'
import { Compile } from 'typebox/compile'
import type { App, CentralDeps } from '#central/app-types.ts'
import { Problem, ProblemBody, valueOf } from '#central/plugins/problems.ts'
import { handshake } from '#central/sync/handshake.ts'
import { pull } from '#central/sync/pull.ts'
import { push } from '#central/sync/push.ts'
import { PushEnvelope } from '#central/sync/read-mutation.ts'
import {
  HandshakeRequest,
  HandshakeResponse,
  MAX_PUSH_BYTES,
  PROTOCOL_VERSION,
  PullQuery,
  PullResponse,
  PushRequest,
  PushResponse,
} from '#domain/sync/protocol.ts'

const envelope = Compile(PushEnvelope)

/** The page shows the whole shape; only the envelope can fail a push, so that one bad change is refused alone. */
const checkEnvelope: FastifySchemaCompiler<unknown> = () => (body: unknown) =>
  envelope.Check(body) ? { value: body } : { error: new Problem(400, 'request.invalid') }

/** The protocol between a laptop's log and this one (`docs/sync-protocol.md`). */
export function syncRoutes(app: App, deps: CentralDeps): void {
  app.post(
    '/v1/sync/handshake',
    {
      schema: {
        tags: ['sync'],
        summary: 'Compares where both sides stand',
        body: HandshakeRequest,
        response: { 200: HandshakeResponse, '4xx': ProblemBody },
      },
    },
    async (request) => {
      if (request.body.protocol < PROTOCOL_VERSION) throw new Problem(426, 'sync.app-too-old')
      return handshake(deps, request.caller)
    },
  )
  app.post(
    '/v1/sync/push',
    {
      bodyLimit: MAX_PUSH_BYTES,
      validatorCompiler: checkEnvelope,
      schema: {
        tags: ['sync'],
        summary: 'Takes changes in',
        body: PushRequest,
        response: { 200: PushResponse, '4xx': ProblemBody },
      },
    },
    async (request) => valueOf(await push(deps, request.caller, request.body), 409),
  )
  app.get(
    '/v1/sync/pull',
    {
      schema: {
        tags: ['sync'],
        summary: 'Gives the changes of an inspection after a number',
        querystring: PullQuery,
        response: { 200: PullResponse, '4xx': ProblemBody },
      },
    },
    async (request) => valueOf(await pull(deps, request.caller, request.query), 403),
  )
}
