import type { App, CentralDeps } from '#central/app-types.ts'
import { openUploads } from '#central/content/uploads.ts'
import { listBlobs } from '#central/repositories/blobs.ts'
import { BlobStatusRequest, BlobStatusResponse } from '#domain/sync/protocol.ts'

/** Resumable upload (tus 1.0) of evidence and reports, and what has arrived of them. */
export function fileRoutes(app: App, deps: CentralDeps): void {
  const uploads = openUploads(deps)
  app.post(
    '/v1/blobs/status',
    {
      schema: {
        tags: ['files'],
        summary: 'Tells which of the caller’s files are here, whole or in part',
        body: BlobStatusRequest,
        response: { 200: BlobStatusResponse },
      },
    },
    async (request) => {
      const { account } = request.caller
      const have = await listBlobs(deps.db, account.id, request.body.sha256)
      const rest = request.body.sha256.filter((sha256) => !have.includes(sha256))
      return { have, partial: uploads.partial(account.id, rest) }
    },
  )
  app.addContentTypeParser('application/offset+octet-stream', (_, __, done) => done(null))
  app.all('/v1/files', { schema: { hide: true } }, (request, reply) => {
    reply.hijack()
    void uploads.handle(request.caller, request.raw, reply.raw)
  })
  app.all('/v1/files/*', { schema: { hide: true } }, (request, reply) => {
    reply.hijack()
    void uploads.handle(request.caller, request.raw, reply.raw)
  })
}
