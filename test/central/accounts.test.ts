import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { x509 } from '#central/authority/x509.ts'
import { Laptop, send, signIn } from '#test/central/laptop.ts'
import {
  ADMINISTRATOR,
  BAERT,
  DHONDT,
  ENGINES,
  startCentral,
  type TestCentral,
} from '#test/central/start-central.ts'

describe.each(ENGINES)('accounts on %s', (engine) => {
  let store: TestCentral
  beforeAll(async () => {
    store = await startCentral(engine)
  })
  afterAll(() => store.stop())

  it('signs in with the right password, whatever the case of the address', async () => {
    const { status, body } = await signIn(store, { ...BAERT, email: BAERT.email.toUpperCase() })
    expect([status, body.user.role]).toEqual([200, 'INSPECTOR'])
    expect(body.accessToken).toMatch(/^[\w-]{43}$/)
  })

  it('makes an address wait longer after each wrong password, known or unknown', async () => {
    for (const email of [DHONDT.email, 'nobody@constat.example']) {
      const attempt = () => signIn(store, { email, password: 'wrong' })
      for (let free = 0; free < 3; free++) expect((await attempt()).body.code).toBe('session.wrong-password')
      const first = await attempt()
      expect([first.status, first.body]).toEqual([429, { code: 'session.wait', details: { seconds: 1 } }])
      expect(first.headers.get('retry-after')).toBe('1')
      store.pass(1)
      expect((await attempt()).status).toBe(401)
      expect((await attempt()).body.details).toEqual({ seconds: 2 })
      store.pass(2)
    }
    expect((await signIn(store, DHONDT)).status).toBe(200)
    expect((await signIn(store, { ...DHONDT, password: 'wrong' })).status).toBe(401)
  })

  it('takes no request without a token, with a wrong one or with one that ended', async () => {
    const laptop = await Laptop.enrol(store, BAERT)
    expect((await send(store.url, 'GET', '/v1/inspections', {})).body.code).toBe('session.missing')
    const authorization = `Bearer ${'x'.repeat(43)}`
    expect((await send(store.url, 'GET', '/v1/inspections', { authorization })).body.code).toBe(
      'session.expired',
    )
    expect((await laptop.ask('GET', '/v1/inspections')).status).toBe(200)
    store.pass(12 * 3600)
    const late = await laptop.ask('GET', '/v1/inspections')
    expect([late.status, late.body.code]).toEqual([401, 'session.expired'])
  })

  it('refuses a laptop that belongs to somebody else', async () => {
    const own = await Laptop.enrol(store, BAERT)
    const other = await Laptop.enrol(store, DHONDT)
    const answer = await own.ask('GET', '/v1/inspections', undefined, { 'x-device-id': other.deviceId })
    expect([answer.status, answer.body.code]).toEqual([403, 'device.not-yours'])
  })

  it('issues a certificate that openssl accepts, with the name of the account', async () => {
    const laptop = await Laptop.enrol(store, BAERT)
    const answer = await laptop.ask<{ certificatePem: string }>('POST', '/v1/certificates', {
      csrPem: await makeRequest('CN=Somebody Else'),
    })
    const file = path.join(store.folder, 'cert.pem')
    fs.writeFileSync(file, answer.body.certificatePem)
    const ca = path.join(store.folder, 'data', 'ca.pem')
    expect(openssl('verify', '-CAfile', ca, '-x509_strict', file)).toContain(': OK')
    const text = openssl('x509', '-in', file, '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus')
    expect(text).toContain('CN=Amina Baert')
    expect(text).not.toContain('Somebody')
    expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE/)
    expect(text).toMatch(/Key Usage: critical\s+Non Repudiation\n/)
    const key = fs.statSync(path.join(store.folder, 'data', 'ca-key.pem'))
    expect(key.mode & 0o777).toBe(0o600)
  })

  it('issues no certificate for a damaged request, nor to an administrator', async () => {
    const laptop = await Laptop.enrol(store, BAERT)
    const good = await makeRequest('CN=A')
    const damaged = damage(good)
    const refused = await laptop.ask('POST', '/v1/certificates', { csrPem: damaged })
    expect([refused.status, refused.body.code]).toEqual([400, 'device.bad-csr'])
    const administrator = await Laptop.enrol(store, ADMINISTRATOR)
    expect((await administrator.ask('POST', '/v1/certificates', { csrPem: good })).status).toBe(403)
  })
})

/** The same request with one bit of its own signature changed. */
function damage(pem: string): string {
  const [head = '', , tail = ''] = pem.trim().split(/-----\n|\n-----/)
  const bytes = Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64')
  const at = bytes.length - 5
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return `${head}-----\n${bytes.toString('base64')}\n-----${tail}\n`
}

async function makeRequest(name: string): Promise<string> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name,
    keys,
    signingAlgorithm: algorithm,
  })
  return request.toString('pem')
}

function openssl(...args: string[]): string {
  return execFileSync('openssl', args, { encoding: 'utf8' })
}
