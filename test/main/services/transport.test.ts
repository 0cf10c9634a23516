import { Type } from 'typebox'
import { expect, it } from 'vitest'
import { createTransport, readAnswer } from '#main/services/transport.ts'
import { bytes, json, loopbackServer } from '#test/main/services/loopback-server.ts'

const Greeting = Type.Object({ hello: Type.String() })
const transport = createTransport({ fetch })

async function ask(url: string) {
  const answer = await transport({ method: 'GET', url })
  return answer.ok ? readAnswer(answer.value, Greeting) : answer
}

it('brings a checked answer back', async () => {
  expect(await ask(await loopbackServer(json(200, { hello: 'world' })))).toEqual({
    ok: true,
    value: { hello: 'world' },
  })
})

it('refuses an answer of another shape, or none at all', async () => {
  const refused = { error: { code: 'central.unreadable-answer' } }
  expect(await ask(await loopbackServer(json(200, { hello: 7 })))).toMatchObject(refused)
  expect(await ask(await loopbackServer((_, response) => response.end('<html>')))).toMatchObject(refused)
})

it.each([403, 404, 409, 410, 426, 500])('brings the code of a %d back, with its details', async (status) => {
  const url = await loopbackServer(json(status, { code: 'request.some-reason', details: { minimum: 2 } }))
  expect(await ask(url)).toEqual({
    ok: false,
    error: { code: 'request.some-reason', details: { minimum: 2 } },
  })
})

it('tells how long to wait when the server says so', async () => {
  const url = await loopbackServer(json(429, { code: 'request.too-many' }, { 'retry-after': '30' }))
  expect(await ask(url)).toMatchObject({ error: { details: { seconds: 30 } } })
})

it('names the status of a failure that nobody explains', async () => {
  const url = await loopbackServer((_, response) => response.writeHead(502).end('Bad gateway'))
  expect(await ask(url)).toEqual({
    ok: false,
    error: { code: 'central.failed', details: { status: 502 } },
  })
})

it('says unreachable when nobody listens, and when the connection breaks in the middle', async () => {
  const unreachable = { error: { code: 'central.unreachable' } }
  expect(await ask('http://127.0.0.1:1')).toMatchObject(unreachable)
  expect(await ask(await loopbackServer(bytes(Buffer.alloc(5000), 100)))).toMatchObject(unreachable)
  expect(await ask(await loopbackServer((_, response) => response.destroy()))).toMatchObject(unreachable)
})

it('gives up when nothing comes for too long', async () => {
  const impatient = createTransport({ fetch, silenceMs: 50 })
  const url = await loopbackServer(() => undefined)
  expect(await impatient({ method: 'GET', url })).toMatchObject({ error: { code: 'central.unreachable' } })
})

it('does not follow a redirection, which could carry the token elsewhere', async () => {
  const elsewhere = await loopbackServer(json(200, { hello: 'thief' }))
  const url = await loopbackServer((_, response) => response.writeHead(302, { location: elsewhere }).end())
  expect((await ask(url)).ok).toBe(false)
})
