import fc from 'fast-check'
import path from 'node:path'
import { expect, it } from 'vitest'
import { resolveAsset, typeOf } from '#main/security/assets.ts'

const root = path.resolve('/opt/constat/renderer')

it('finds a file below the root by its address', () => {
  expect(resolveAsset(root, 'app://constat/')).toBe(path.join(root, 'index.html'))
  expect(resolveAsset(root, 'app://constat/assets/a%20b.js?x=1#y')).toBe(path.join(root, 'assets/a b.js'))
})

it.each([
  'app://other/index.html',
  'app://constat/%2e%2e%2fsecret',
  'app://constat/..%2f..%2fetc/passwd',
  'app://constat/%2e%2e/renderer-of-another/index.html',
  'app://constat/%00',
  'app://constat/%E0%A4%A',
])('refuses %s or keeps it inside', (url) => {
  const file = resolveAsset(root, url)
  expect(file === null || file.startsWith(root + path.sep)).toBe(true)
})

it('never leaves the root, whatever the address', () => {
  const piece = fc.constantFrom('..', '%2e%2e', '%2f', '/', '%5c', 'a', '%00', '//', '.')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = resolveAsset(root, `app://constat/${pieces.join('')}`)
      return file === null || file.startsWith(root + path.sep)
    }),
  )
})

it('serves modules as scripts and unknown files as plain bytes', () => {
  expect(typeOf('worker.mjs')).toContain('text/javascript')
  expect(typeOf('something')).toBe('application/octet-stream')
})
