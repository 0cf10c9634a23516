import { expect, it } from 'vitest'
import { contentPolicy } from '#main/security/content-policy.ts'

it('allows no inline code, no evaluation and no network', () => {
  const policy = contentPolicy('abc')
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("connect-src 'none'")
  expect(policy).toContain("style-src 'self' 'nonce-abc'")
})

it('opens only the development server while developing', () => {
  const policy = contentPolicy('abc', 'http://127.0.0.1:5173')
  expect(policy).toContain('connect-src http://127.0.0.1:5173 ws://127.0.0.1:5173')
  expect(policy).not.toContain('nonce')
})
