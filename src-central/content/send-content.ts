import type { FastifyReply, FastifyRequest } from 'fastify'
import fs from 'node:fs'
import { Problem } from '#central/plugins/problems.ts'

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
  if (request.headers['if-none-match'] === etag) return reply.header('etag', etag).code(304).send()
  const { size } = await fs.promises.stat(file)
  const conditional = request.headers['if-range']
  const wanted = conditional === undefined || conditional === etag ? request.headers.range : undefined
  if (wanted === undefined) return sendPart(reply, etag, file, { start: 0, end: size - 1 })
  const range = readRange(wanted, size)
  if (range === undefined) throw new Problem(416, 'request.bad-range')
  void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`)
  return sendPart(reply, etag, file, range)
}

/** First and last byte. */
interface ByteRange {
  readonly start: number
  readonly end: number
}

function sendPart(reply: FastifyReply, etag: string, file: string, range: ByteRange): FastifyReply {
  void reply.headers({ etag, 'accept-ranges': 'bytes', 'content-type': 'application/octet-stream' })
  const length = range.end - range.start + 1
  return reply.header('content-length', length).send(fs.createReadStream(file, { ...range }))
}

/** `bytes=a-b`, `bytes=a-` or `bytes=-n`; undefined when it can't be met. */
function readRange(text: string, size: number): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(text)
  const [, first = '', last = ''] = match ?? []
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start <= end ? { start, end } : undefined
}
