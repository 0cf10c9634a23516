import { expect, it } from 'vitest'
import { contentHash } from '#domain/report/content-hash.ts'
import { inspection, sampleReport } from '#test/main/report-sample.ts'

const hash = (change: Parameters<typeof sampleReport>[0] = {}): string => contentHash(sampleReport(change))

it('is the same for a report put together again on the same day from the same records', () => {
  expect(hash({ createdAt: '2026-11-23T18:59:59.000Z' })).toBe(hash())
  expect(hash()).toMatch(/^[0-9a-f]{64}$/)
})

it('is another once the report says anything else: a word, a point, a version, a day', () => {
  const others = [
    hash({ inspection: { ...inspection, conclusion: 'Autre.' } }),
    hash({ answers: [] }),
    hash({ version: 2 }),
    hash({ createdAt: '2026-11-24T15:04:05.000Z' }),
  ]
  expect(new Set([hash(), ...others]).size).toBe(5)
})
