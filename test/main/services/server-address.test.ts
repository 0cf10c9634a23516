import { expect, it } from 'vitest'
import { serverAddress } from '#main/services/server-address.ts'

it.each([
  ['https://constat.example', 'https://constat.example'],
  ['  https://constat.example/base/ ', 'https://constat.example/base'],
  ['http://127.0.0.1:8460', 'http://127.0.0.1:8460'],
  ['http://localhost:8460/', 'http://localhost:8460'],
  ['http://[::1]:8460', 'http://[::1]:8460'],
])('takes %s', (text, address) => {
  expect(serverAddress(text)).toEqual({ ok: true, value: address })
})

it.each(['http://constat.example', 'http://10.0.0.4:8460', 'http://127.0.0.1.evil.example'])(
  'refuses to speak in clear to %s',
  (text) => expect(serverAddress(text)).toMatchObject({ error: { code: 'central.insecure-address' } }),
)

it.each([
  '',
  'constat',
  'ftp://constat.example',
  'https://me:secret@constat.example',
  'https://a.example?x=1',
])('refuses the address “%s”', (text) =>
  expect(serverAddress(text)).toMatchObject({ error: { code: 'central.bad-address' } }),
)
