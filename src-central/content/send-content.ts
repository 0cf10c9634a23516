import type { FastifyReply, FastifyRequest } from 'fastify'
import fs from 'node:fs'

/**
 * Answers with a stored file: `ETag` is its hash, `If-None-Match` gives 304, one `Range` gives 206 or 416.
 * @param file its place on disk
 */
export async function sendContent(
  request: FastifyRequest,
  reply: FastifyReply,
  file: string,
  sha256: string,
): Promise<FastifyReply> {
  const etag = `"${sha256}"`
  void reply.headers({ etag, 'accept-ranges': 'bytes', 'content-type': 'application/octet-stream' })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  const { size } = await fs.promises.stat(file)
  const conditional = request.headers['if-range']
  const wanted = conditional === undefined || conditional === etag ? request.headers.range : undefined
  if (wanted === undefined) return reply.header('content-length', size).send(fs.createReadStream(file))
  const range = readRange(wanted, size)
  if (range === undefined) {
    return reply.code(416).header('content-range', `bytes */${size}`).send({ code: 'request.bad-range' })
  }
  const { start, end } = range
  void reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`)
  return reply.header('content-length', end - start + 1).send(fs.createReadStream(file, { start, end }))
}

/** `bytes=a-b`, `bytes=a-` or `bytes=-n` as first and last byte; undefined when it can't be met. */
export function readRange(text: string, size: number): { start: number; end: number } | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(text)
  if (!match || size === 0) return undefined
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start <= end ? { start, end } : undefined
}
