import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { EventName } from '#bridge/contract.ts'
import { err, type Result } from '#domain/result.ts'
import { buildServices, type Services } from '#main/services/build-services.ts'
import { LEAVE_LIMIT_MS } from '#main/services/leave.ts'
import type { Fetch } from '#main/services/transport.ts'
import { createSigningRequest } from '#main/signing/create-signing-request.ts'
import {
  centralForTests,
  colleague,
  conventionBlock,
  conventionSha256,
  INSPECTION,
  inspector,
  PASSWORD,
  STRANGERS_INSPECTION,
  type RunningCentral,
} from '#test/main/services/central-for-tests.ts'
import { quickStretch } from '#test/main/services/keyring/quick-stretch.ts'
import { noOsSecret, PASSPHRASE } from '#test/main/services/keyring/sample-vault.ts'
import { temporaryFolder } from '#test/main/services/temporary-folder.ts'

let folder: string
let centralFolder: string
let central: RunningCentral
let network: Fetch = fetch
let announced: [EventName, unknown][] = []
let reloaded: boolean[] = []
let now = (): Date => new Date()

beforeAll(async () => {
  centralFolder = await mkdtemp(path.join(tmpdir(), 'constat-central-'))
  central = await centralForTests(centralFolder)
})
afterAll(async () => {
  await central.stop()
  await rm(centralFolder, { recursive: true, force: true })
})
beforeEach(async () => {
  folder = await temporaryFolder()
  network = fetch
  announced = []
  reloaded = []
  now = () => new Date()
})

const userData = () => path.join(folder, 'laptop')

/** The main process of one start of the app, without its window. */
const start = (): Promise<Services> =>
  buildServices({
    userData: userData(),
    version: '0.1.0',
    fetch: (url, init) => network(url, init),
    stretch: quickStretch,
    osSecret: noOsSecret,
    pdf: {
      layout: () => Promise.resolve(err('pdf.worker-crashed')),
      glyphs: () => Promise.resolve(err('pdf.worker-crashed')),
    },
    announce: (name, payload) => void announced.push([name, payload]),
    askWhere: (name) => Promise.resolve(path.join(folder, name)),
    reloadWindows: (answers) => void reloaded.push(answers),
    speak: () => undefined,
    now: () => now(),
  })

const signIn = ({ handlers }: Services, email = inspector.email, password = PASSWORD) =>
  handlers['account:sign-in']({ serverUrl: central.url, email, password })

async function enrolled(): Promise<Services> {
  const services = await start()
  expect(code(await signIn(services))).toBe('ok')
  expect(code(await services.handlers['vault:create']({ passphrase: PASSPHRASE }))).toBe('ok')
  return services
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code)
const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const status = async ({ handlers }: Services) => {
  const answer = await handlers['vault:status'](null)
  return answer.ok ? answer.value : null
}
const jpeg = (size: number) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size - 4)])

it('goes from empty over signed in to open, and after a restart to locked and open again', async () => {
  const first = await start()
  expect(await status(first)).toMatchObject({ state: 'empty', owner: null, signedIn: false })
  await signIn(first)
  expect(await status(first)).toMatchObject({ state: 'signed-in', signedIn: true })
  const made = await first.handlers['vault:create']({ passphrase: PASSPHRASE })
  expect(made).toMatchObject({ value: { owner: { user: inspector, serverUrl: central.url } } })
  expect(await status(first)).toMatchObject({ state: 'open', signedIn: true, osSecret: false })

  const second = await start()
  expect(await status(second)).toMatchObject({ state: 'locked', owner: { user: inspector }, signedIn: false })
  expect(await second.handlers['vault:unlock']({ passphrase: PASSPHRASE })).toEqual(made)
  expect(await status(second)).toMatchObject({ state: 'open', signedIn: true })
})

it('leaves nothing behind when the enrolment breaks off at any request, and then succeeds', async () => {
  const services = await start()
  await signIn(services)
  for (const broken of ['/v1/organisation', '/v1/devices', '/v1/certificates']) {
    network = (url, init) => (url.endsWith(broken) ? Promise.reject(new Error('cut')) : fetch(url, init))
    expect(code(await services.handlers['vault:create']({ passphrase: PASSPHRASE }))).toBe(
      'central.unreachable',
    )
    expect(await readdir(userData()).catch(() => [])).toEqual([])
  }
  network = fetch
  expect(code(await services.handlers['vault:create']({ passphrase: PASSPHRASE }))).toBe('ok')
})

it('refuses a certificate that was issued for another key', async () => {
  const services = await start()
  await signIn(services)
  const { csrPem } = await createSigningRequest('Somebody else')
  network = (url, init) =>
    fetch(url, url.endsWith('/v1/certificates') ? { ...init, body: JSON.stringify({ csrPem }) } : init)
  const made = await services.handlers['vault:create']({ passphrase: PASSPHRASE })
  expect(code(made)).toBe('vault.bad-certificate')
  expect(await status(services)).toMatchObject({ state: 'signed-in' })
})

it('refuses a certificate in another name than that of the signed-in person', async () => {
  const services = await start()
  network = async (url, init) => {
    const answer = await fetch(url, init)
    if (!url.endsWith('/v1/sessions')) return answer
    return new Response((await answer.text()).replace(inspector.displayName, 'Amélie Du Bois'), answer)
  }
  await signIn(services)
  expect(code(await services.handlers['vault:create']({ passphrase: PASSPHRASE }))).toBe(
    'vault.bad-certificate',
  )
})

it('refuses a short passphrase, a wrong password and another user', async () => {
  const fresh = await start()
  expect((await signIn(fresh, inspector.email, 'wrong')).ok).toBe(false)
  expect(code(await fresh.handlers['vault:create']({ passphrase: PASSPHRASE }))).toBe('session.expired')
  await signIn(fresh)
  expect(code(await fresh.handlers['vault:create']({ passphrase: 'short' }))).toBe('vault.short-passphrase')
  await fresh.handlers['vault:create']({ passphrase: PASSPHRASE })
  expect(code(await signIn(fresh, colleague.email))).toBe('vault.other-user')
  expect(await status(fresh)).toMatchObject({ state: 'open', signedIn: true, owner: { user: inspector } })
})

it('works on when the session is over: only what needs the network says so, until the next sign-in', async () => {
  const services = await enrolled()
  now = () => new Date(Date.now() + 400 * 24 * 3_600_000)
  expect(code(await services.handlers['central:inspections'](null))).toBe('session.expired')
  expect(code(await services.handlers['vault:package-key']({ inspectionId: INSPECTION }))).toBe('ok')
  now = () => new Date()
  await signIn(services)
  expect(code(await services.handlers['central:inspections'](null))).toBe('ok')
})

it('downloads a package, and is told which inspections are not its own', async () => {
  const { handlers } = await enrolled()
  const list = await handlers['central:inspections'](null)
  expect(list).toMatchObject({ value: { items: [{ id: INSPECTION }] } })
  expect(code(await handlers['central:checkout']({ inspectionId: INSPECTION, takeOver: true }))).toBe('ok')
  const manifest = await handlers['package:manifest']({ inspectionId: INSPECTION })
  expect(manifest).toMatchObject({ value: { convention: { sha256: conventionSha256 } } })
  const block = await handlers['package:block']({ inspectionId: INSPECTION, sha256: conventionSha256 })
  expect(block.ok && conventionBlock.equals(block.value.bytes)).toBe(true)
  const foreign = await handlers['package:manifest']({ inspectionId: STRANGERS_INSPECTION })
  expect(foreign.ok).toBe(false)
  expect(await handlers['sync:handshake'](null)).toMatchObject({ value: { lastMid: 0 } })
})

it('uploads evidence in parts and goes on where a cut stopped it', async () => {
  const { handlers } = await enrolled()
  const photo = jpeg(3_500_000)
  const name = { inspectionId: INSPECTION, sha256: sha256Of(photo) }
  expect(code(await handlers['file:store']({ inspectionId: INSPECTION, bytes: new Uint8Array(photo) }))).toBe(
    'ok',
  )
  let patches = 0
  network = (url, init) =>
    init.method === 'PATCH' && ++patches === 3 ? Promise.reject(new Error('cut')) : fetch(url, init)
  expect(code(await handlers['blob:upload'](name))).toBe('central.unreachable')
  const halfway = await handlers['blob:status']({ sha256: [name.sha256] })
  expect(halfway).toMatchObject({ value: { have: [], partial: { [name.sha256]: 2 * 1024 * 1024 } } })
  expect(code(await handlers['blob:upload'](name))).toBe('ok')
  expect(patches).toBe(5)
  expect(await handlers['blob:status']({ sha256: [name.sha256] })).toMatchObject({
    value: { have: [name.sha256] },
  })
  expect(announced.at(-1)).toEqual([
    'blob:progressed',
    { sha256: name.sha256, sent: 3_500_000, total: 3_500_000 },
  ])
  expect(code(await handlers['blob:upload'](name))).toBe('ok')
})

it('says unreachable while the central store is down, and works again when it is back', async () => {
  const { handlers } = await enrolled()
  const port = Number(new URL(central.url).port)
  await central.stop()
  expect(code(await handlers['central:inspections'](null))).toBe('central.unreachable')
  central = await centralForTests(centralFolder, port)
  expect(code(await handlers['central:inspections'](null))).toBe('ok')
})

it('takes in only pictures and PDFs, and exports a copy in clear where the user says', async () => {
  const { handlers } = await enrolled()
  const store = (bytes: Buffer) =>
    handlers['file:store']({ inspectionId: INSPECTION, bytes: new Uint8Array(bytes) })
  expect(code(await store(Buffer.from('MZ a program')))).toBe('evidence.unreadable')
  expect(code(await store(jpeg(31 * 1024 * 1024)))).toBe('evidence.too-large')
  const photo = jpeg(5000)
  await store(photo)
  const name = { inspectionId: INSPECTION, sha256: sha256Of(photo) }
  expect(await handlers['file:has'](name)).toEqual({ ok: true, value: { present: true } })
  await handlers['file:export']({ ...name, suggestedName: 'P-01.jpg' })
  expect((await readFile(path.join(folder, 'P-01.jpg'))).equals(photo)).toBe(true)
})

it('locks: the window writes, then the keys are gone, and what was there is there after unlocking', async () => {
  const services = await enrolled()
  const { handlers, isOpen } = services
  const photo = jpeg(5000)
  await handlers['file:store']({ inspectionId: INSPECTION, bytes: new Uint8Array(photo) })
  const locked = services.lock('idle')
  expect([announced.at(-1), isOpen()]).toEqual([['leave:asked', { turn: 1, why: 'idle' }], true])
  await handlers['leave:answer']({ turn: 1, atStake: 0, reason: null })
  await locked
  const name = { inspectionId: INSPECTION, sha256: sha256Of(photo) }
  expect(isOpen()).toBe(false)
  expect(announced.at(-1)).toEqual(['vault:locked', { reason: 'idle' }])
  expect(code(await handlers['file:read'](name))).toBe('vault.locked')
  await handlers['vault:unlock']({ passphrase: PASSPHRASE })
  expect(code(await handlers['file:read'](name))).toBe('ok')
})

it('locks also when the page never answers, and ends that page', async () => {
  const services = await enrolled()
  vi.useFakeTimers()
  const locked = services.lock('suspend')
  // Asked again while it waits: the page is not asked twice.
  void services.lock('idle')
  await vi.advanceTimersByTimeAsync(LEAVE_LIMIT_MS)
  await locked
  vi.useRealTimers()
  expect(services.isOpen()).toBe(false)
  expect(reloaded).toEqual([false])
  expect(announced.map(([name]) => name)).toEqual(['leave:asked', 'vault:locked'])
})

it('is locked for a page that starts anew, which has no keys', async () => {
  const { startPage, isOpen } = await enrolled()
  startPage()
  expect(isOpen()).toBe(false)
})

it('shreds a package with its files', async () => {
  const { handlers } = await enrolled()
  const photo = jpeg(5000)
  await handlers['file:store']({ inspectionId: INSPECTION, bytes: new Uint8Array(photo) })
  await handlers['vault:shred-package']({ inspectionId: INSPECTION })
  expect(await readdir(path.join(userData(), 'files'))).toEqual([])
  const name = { inspectionId: INSPECTION, sha256: sha256Of(photo) }
  expect(code(await handlers['file:read'](name))).toBe('file.missing')
})

it('keeps neither passphrase nor token nor signing key in clear on disk', async () => {
  let token = ''
  network = async (url, init) => {
    const answer = await fetch(url, init)
    if (url.endsWith('/v1/sessions'))
      token = ((await answer.clone().json()) as { accessToken: string }).accessToken
    return answer
  }
  await enrolled()
  await rm(path.join(userData(), 'ballast'), { force: true })
  expect(token).not.toBe('')
  for (const entry of await readdir(userData(), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const text = await readFile(path.join(entry.parentPath, entry.name))
    for (const secret of [PASSPHRASE, PASSWORD, token, 'PRIVATE KEY', 'BEGIN CERTIFICATE']) {
      expect(text.includes(secret), `${entry.name} holds ${secret}`).toBe(false)
      expect(text.includes(Buffer.from(secret, 'utf16le'))).toBe(false)
    }
  }
})
