import { afterAll, beforeAll, expect, it } from 'vitest'
import { startCentral, type TestCentral } from '#test/central/start-central.ts'

let store: TestCentral
beforeAll(async () => {
  store = await startCentral('PostgreSQL')
})
afterAll(() => store.stop())

it('serves the API page without any other host', async () => {
  const page = await fetch(`${store.url}/docs/`)
  const html = await page.text()
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/)
  expect(html).not.toMatch(/https?:\/\//)
  for (const [, file = ''] of html.matchAll(/(?:src|href)="(\.\/static\/[^"]+)"/g)) {
    expect([file, (await fetch(new URL(file, `${store.url}/docs/`))).status]).toEqual([file, 200])
  }
})

it('describes every route from the schemas that check it', async () => {
  const description = (await (await fetch(`${store.url}/docs/json`)).json()) as {
    paths: Record<string, Record<string, { requestBody?: object }>>
  }
  expect(Object.keys(description.paths)).toContain('/v1/inspections/{id}/blocks/{sha256}')
  expect(JSON.stringify(description.paths['/v1/sync/push']?.['post']?.requestBody)).toContain('baseVer')
})

it('answers what does not exist or is not JSON with a code, and never lets it be cached or framed', async () => {
  const absent = await fetch(`${store.url}/v1/nothing`)
  expect([absent.status, await absent.json()]).toEqual([404, { code: 'request.not-found' }])
  expect(absent.headers.get('cache-control')).toBe('no-store')
  expect(absent.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  const headers = { 'content-type': 'application/json' }
  const broken = await fetch(`${store.url}/v1/sessions`, { method: 'POST', headers, body: '{' })
  expect([broken.status, await broken.json()]).toEqual([400, { code: 'request.invalid' }])
  const typed = await fetch(`${store.url}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: 'a',
  })
  expect([typed.status, await typed.json()]).toEqual([415, { code: 'request.wrong-type' }])
})
