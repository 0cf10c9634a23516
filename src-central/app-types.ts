import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Authority } from '#central/authority/authority.ts'
import type { CentralSettings } from '#central/config.ts'
import type { ContentStore } from '#central/content/content-store.ts'
import type { Database } from '#central/db/database.ts'
import type { User } from '#domain/account/account.ts'

/** Everything the routes need, made once at the start. */
export interface CentralDeps {
  readonly db: Database
  readonly content: ContentStore
  readonly authority: Authority
  readonly settings: CentralSettings
  readonly now: () => Date
}

/** Who asks: the account behind the token, and the laptop when the request names one of theirs. */
export interface Caller {
  readonly account: User
  readonly deviceId: string | null
}

/** Fastify whose schemas are typebox. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
}
