import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { ok } from '#domain/result.ts'
import { createCentral } from '#main/services/central.ts'
import { createDownloads } from '#main/services/downloads.ts'
import type { Sessions } from '#main/services/session.ts'
import { createTransport } from '#main/services/transport.ts'
import { owner } from '#test/main/services/keyring/sample-vault.ts'
import { bytes, json, loopbackServer, type Answer } from '#test/main/services/loopback-server.ts'

const PATH = '/v1/some/block'
const whole = randomBytes(20_000)
const sha256 = createHash('sha256').update(whole).digest('hex')

async function downloadsFrom(...answers: Answer[]) {
  const serverUrl = await loopbackServer(...answers)
  const dropped: string[] = []
  const sessions = {
    current: () => ok({ serverUrl, token: 'token', user: owner.user }),
    drop: (token: string) => Promise.resolve(void dropped.push(token)),
  } as unknown as Sessions
  const deviceId = () => Promise.resolve(owner.deviceId)
  const central = createCentral({ transport: createTransport({ fetch }), sessions, deviceId })
  return { downloads: createDownloads(central), dropped }
}

it('fetches a block, in the name of the user and the laptop', async () => {
  const seen: unknown[] = []
  const { downloads } = await downloadsFrom((request, response) => {
    seen.push(request.headers.authorization, request.headers['x-device-id'])
    response.end(whole)
  })
  expect(await downloads.fetch(PATH, sha256)).toEqual({ ok: true, value: whole })
  expect(seen).toEqual(['Bearer token', owner.deviceId])
})

it('goes on where a broken connection stopped', async () => {
  const ranges: (string | undefined)[] = []
  const noted =
    (answer: Answer): Answer =>
    (request, response) => {
      ranges.push(request.headers.range)
      answer(request, response)
    }
  const { downloads } = await downloadsFrom(noted(bytes(whole, 7_000)), noted(bytes(whole)))
  expect(await downloads.fetch(PATH, sha256)).toMatchObject({ error: { code: 'central.unreachable' } })
  expect(await downloads.fetch(PATH, sha256)).toEqual({ ok: true, value: whole })
  expect(ranges[0]).toBeUndefined()
  expect(Number(/^bytes=(\d+)-$/.exec(ranges[1] ?? '')?.[1])).toBeGreaterThan(0)
})

it('starts again when the server does not know ranges', async () => {
  const { downloads } = await downloadsFrom(bytes(whole, 7_000), (_, response) => response.end(whole))
  await downloads.fetch(PATH, sha256)
  expect(await downloads.fetch(PATH, sha256)).toEqual({ ok: true, value: whole })
})

it('fetches a block with a wrong hash once more', async () => {
  const { downloads } = await downloadsFrom(bytes(randomBytes(500)), bytes(whole))
  expect(await downloads.fetch(PATH, sha256)).toEqual({ ok: true, value: whole })
})

it('refuses a block whose hash is wrong twice', async () => {
  let asked = 0
  const { downloads } = await downloadsFrom((_, response) => {
    asked++
    response.end('something else')
  })
  expect(await downloads.fetch(PATH, sha256)).toMatchObject({ error: { code: 'package.wrong-hash' } })
  expect(asked).toBe(2)
})

it('brings a refusal back as it is', async () => {
  const { downloads } = await downloadsFrom(json(403, { code: 'request.not-assigned' }))
  expect(await downloads.fetch(PATH, sha256)).toEqual({ ok: false, error: { code: 'request.not-assigned' } })
})

it('drops a session that the server no longer takes', async () => {
  const { downloads, dropped } = await downloadsFrom(json(401, { code: 'session.invalid' }))
  expect(await downloads.fetch(PATH, sha256)).toEqual({ ok: false, error: { code: 'session.expired' } })
  expect(dropped).toEqual(['token'])
})
