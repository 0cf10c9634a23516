import rateLimit from '@fastify/rate-limit'
import { TypeBoxValidatorCompiler, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify from 'fastify'
import type { App, CentralDeps } from '#central/app-types.ts'
import { requireCaller } from '#central/plugins/callers.ts'
import { serveApiPage } from '#central/plugins/openapi.ts'
import { answerProblems, Problem } from '#central/plugins/problems.ts'
import { deviceRoutes } from '#central/routes/devices.ts'
import { fileRoutes } from '#central/routes/files.ts'
import { importRoutes } from '#central/routes/imports.ts'
import { inspectionRoutes } from '#central/routes/inspections.ts'
import { publicRoutes } from '#central/routes/sessions.ts'
import { syncRoutes } from '#central/routes/sync.ts'

const USUAL_BODY_BYTES = 256 * 1024
const REQUEST_TIMEOUT_MS = 60_000

/** Builds the central store's HTTP side without listening. No request is logged: addresses name inspections. */
export async function buildApp(deps: CentralDeps): Promise<App> {
  const app: App = Fastify({
    logger: false,
    bodyLimit: USUAL_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.setValidatorCompiler(TypeBoxValidatorCompiler)
  app.setSerializerCompiler(() => JSON.stringify)
  answerProblems(app)
  protectAnswers(app)
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_, { ttl }) =>
      new Problem(429, 'session.wait', { seconds: Math.ceil(ttl / 1000) }),
  })
  await serveApiPage(app)
  await app.register(async (scope: App) => {
    publicRoutes(scope, deps)
    await scope.register((inside: App, _, done) => {
      requireCaller(inside, deps)
      for (const add of [deviceRoutes, inspectionRoutes, syncRoutes, fileRoutes, importRoutes])
        add(inside, deps)
      done()
    })
  })
  return app
}

/** Headers for every answer but those of the API page, which brings its own policy. */
function protectAnswers(app: App): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
    if (!request.url.startsWith('/docs')) {
      void reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
      void reply.header('cache-control', 'no-store')
    }
    done(null, payload)
  })
}
