import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { App } from '#central/app-types.ts'

/** Everything from here, nothing from anywhere else; without TLS too, on loopback. */
const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'"

/** The API page at `/docs`, made from the routes' schemas; everything it shows comes from here. */
export async function serveApiPage(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: { title: 'Constat, central store', version: '1' },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: PAGE_POLICY })
}
