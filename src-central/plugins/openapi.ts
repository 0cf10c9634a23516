import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { App } from '#central/app-types.ts'

/** The API page at `/docs`, made from the routes' schemas; everything it shows comes from here. */
export async function serveApiPage(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: { title: 'Constat, central store', version: '1' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, transformStaticCSP: withoutUpgrade })
}

/** The page is also served without TLS, on loopback. */
const withoutUpgrade = (policy: string): string => policy.replace(/\s*upgrade-insecure-requests;?/, '')
