import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { err, ok, type Result } from '#domain/result.ts'
import { Autosave, AUTOSAVE_DELAY_MS, flushAllFields } from '#renderer/ui/autosave.ts'

/** A disk that keeps texts in the order in which their writes end; `slow` ms each. */
function disk(slow = 0, refusals: boolean[] = []) {
  const kept: string[] = []
  const save = async (text: string): Promise<Result<null>> => {
    await new Promise((resolve) => setTimeout(resolve, slow))
    if (refusals.shift()) return err('store.disk-full')
    kept.push(text)
    return ok(null)
  }
  return { kept, save }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a field that saves itself', () => {
  it('is on disk within a second after the last key', async () => {
    const { kept, save } = disk(50)
    const field = new Autosave()
    field.type('a', save)
    await vi.advanceTimersByTimeAsync(AUTOSAVE_DELAY_MS - 1)
    expect(kept).toEqual([])
    field.type('ab', save)
    await vi.advanceTimersByTimeAsync(1000)
    expect(kept).toEqual(['ab'])
    expect(field.unsaved).toBe(false)
  })

  it('saves at once when asked, and says when it is on disk', async () => {
    const { kept, save } = disk()
    const field = new Autosave()
    field.type('now', save)
    const flushed = field.flush()
    await vi.advanceTimersByTimeAsync(0)
    await flushed
    expect(kept).toEqual(['now'])
  })

  it('keeps a refused text as unsaved and tries it again', async () => {
    const { kept, save } = disk(0, [true, false])
    const field = new Autosave()
    field.type('full disk', save)
    await vi.advanceTimersByTimeAsync(1000)
    expect(field.unsaved).toBe(true)
    const flushed = field.flush()
    await vi.advanceTimersByTimeAsync(0)
    await flushed
    expect(kept).toEqual(['full disk'])
    expect(field.unsaved).toBe(false)
  })

  it('gives a text to the record that was shown when it was typed', async () => {
    const first = disk()
    const second = disk()
    const field = new Autosave()
    field.type('of the first', first.save)
    const flushed = field.flush()
    field.type('of the second', second.save)
    await vi.advanceTimersByTimeAsync(1000)
    await flushed
    expect([first.kept, second.kept]).toEqual([['of the first'], ['of the second']])
  })

  it('empties every field before the store is closed', async () => {
    const { kept, save } = disk(20)
    const fields = [new Autosave(), new Autosave()]
    fields.forEach((field, at) => field.type(`text ${at}`, save))
    const flushed = flushAllFields()
    await vi.advanceTimersByTimeAsync(100)
    await flushed
    expect(kept.sort()).toEqual(['text 0', 'text 1'])
  })

  it('never loses or reorders a text, however fast or slow keys and disk are', async () => {
    const keys = fc.array(fc.record({ text: fc.string(), wait: fc.integer({ min: 0, max: 900 }) }), {
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(keys, fc.integer({ min: 0, max: 700 }), async (typed, slow) => {
        const { kept, save } = disk(slow)
        const field = new Autosave()
        for (const { text, wait } of typed) {
          field.type(text, save)
          await vi.advanceTimersByTimeAsync(wait)
        }
        const flushed = field.flush()
        await vi.advanceTimersByTimeAsync(10_000)
        await flushed
        expect(kept.at(-1)).toBe(typed.at(-1)?.text)
        expect(
          isSubsequence(
            kept,
            typed.map(({ text }) => text),
          ),
        ).toBe(true)
        expect(field.unsaved).toBe(false)
      }),
      { numRuns: 60 },
    )
  })
})

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const text of whole) if (at < part.length && part[at] === text) at++
  return at === part.length
}
