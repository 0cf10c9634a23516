import { describe, expect, it } from 'vitest'
import type { RefusedItem } from '#renderer/db/refused.ts'
import { describeRefused } from '#renderer/features/transfers/describe-refused.ts'

const refused = (kind: RefusedItem['kind'], patch: Record<string, unknown>) =>
  ({ kind, mutation: { patch } }) as RefusedItem

describe('what a refused change was about', () => {
  it('names the point of an answer from its record, and quotes what was written', () => {
    const change = refused('answer', { comment: 'Deux séances sans signature' })
    expect(describeRefused(change, { pointCode: 'DUR-2' })).toEqual({
      label: 'DUR-2',
      words: 'Deux séances sans signature',
    })
  })

  it('names findings and evidence by their number', () => {
    expect(describeRefused(refused('finding', { number: 3, title: '' })).label).toBe('C-03')
    expect(describeRefused(refused('evidence', {}), { number: 7 }).label).toBe('P-07')
  })

  it('says nothing where nothing is known', () => {
    expect(describeRefused(refused('inspection', { state: 'ON_SITE' }))).toEqual({ label: '', words: '' })
  })
})
