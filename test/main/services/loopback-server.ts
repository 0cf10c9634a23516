import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

const stops: (() => Promise<void>)[] = []

/** A real HTTP server on this computer that answers each request with the next of the answers, the last one for ever. */
export async function loopbackServer(...answers: readonly Answer[]): Promise<string> {
  let asked = 0
  const server = createServer((request, response) => {
    answers[Math.min(asked++, answers.length - 1)]?.(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stops.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Answers with JSON. */
export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

/** Answers with bytes, honouring `Range`; the connection breaks after `cutAfter` bytes of the body. */
export const bytes =
  (whole: Buffer, cutAfter = Infinity): Answer =>
  (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const body = whole.subarray(from)
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': body.byteLength })
    if (body.byteLength <= cutAfter) response.end(body)
    else response.write(body.subarray(0, cutAfter), () => setImmediate(() => response.destroy()))
  }

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})
