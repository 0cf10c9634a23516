import { expect, it, vi } from 'vitest'
import { answerRequests, isOwnPage, type Frame, type IpcPort } from '#bridge/answer-requests.ts'
import type { Handlers } from '#bridge/contract.ts'
import { err, ok } from '#domain/result.ts'

const OWN = 'app://constat/index.html'

function setUp(handlers: Partial<Handlers>) {
  const report = vi.fn()
  const wires: Parameters<IpcPort['handle']>[1][] = []
  const ipc: IpcPort = { handle: (_, listener) => wires.push(listener) }
  answerRequests({ ipc, handlers: handlers as Handlers, isTrusted: isOwnPage, report })
  const ask = (url: string, ...args: unknown[]) => wires[0]?.({ senderFrame: { url, parent: null } }, ...args)
  return { ask, report }
}

it('refuses a page that is not ours', async () => {
  const { ask } = setUp({ 'vault:lock': () => Promise.resolve(ok(null)) })
  expect(await ask('https://evil.example', 'vault:lock', null)).toMatchObject({
    error: { code: 'bridge.untrusted-sender' },
  })
})

it('refuses input of another shape, unknown names and inherited ones', async () => {
  const { ask } = setUp({ 'vault:lock': () => Promise.resolve(ok(null)) })
  const refused = { ok: false, error: { code: 'bridge.invalid-input' } }
  for (const name of ['vault:lock', 'toString', '__proto__', 'vault:open', 7]) {
    expect(await ask(OWN, name, { not: 'null' })).toMatchObject(refused)
  }
})

it('refuses a hash that would climb out of its folder', async () => {
  const { ask } = setUp({ 'file:read': () => Promise.resolve(err('file.missing')) })
  const input = { inspectionId: '../../..', sha256: '../../../../etc/passwd' }
  expect(await ask(OWN, 'file:read', input)).toMatchObject({ error: { code: 'bridge.invalid-input' } })
})

it('passes answers and failures through as data', async () => {
  const { ask } = setUp({
    'vault:lock': () => Promise.resolve(ok(null)),
    'central:inspections': () => Promise.resolve(err('session.expired')),
  })
  expect(await ask(OWN, 'vault:lock', null)).toEqual(ok(null))
  expect(await ask(OWN, 'central:inspections', null)).toEqual(err('session.expired'))
})

it('turns a bug into data, and reports its channel but never what was asked', async () => {
  const { ask, report } = setUp({
    'vault:unlock': () => {
      throw new Error('a bug')
    },
  })
  const secret = 'correct horse battery staple'
  expect(await ask(OWN, 'vault:unlock', { passphrase: secret })).toEqual(
    err('bridge.unexpected', { channel: 'vault:unlock' }),
  )
  expect(report).toHaveBeenCalledOnce()
  expect(JSON.stringify(report.mock.calls)).not.toContain(secret)
})

it('trusts only the top frame of its own page', () => {
  const frame = (url: string, parent: Frame | null = null) => isOwnPage({ url, parent })
  expect(frame(OWN)).toBe(true)
  expect(frame(OWN, { url: OWN, parent: null })).toBe(false)
  expect(frame('app://constat.evil/index.html')).toBe(false)
  expect(frame('https://constat/index.html')).toBe(false)
  expect(frame('')).toBe(false)
  expect(isOwnPage(null)).toBe(false)
})
