import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { err, ok, type Result } from '#domain/result.ts'
import { Autosave, fieldsAtStake, flushAllFields, PAUSE_MS, type Saved } from '#renderer/ui/autosave.ts'
import { useSaveStatus } from '#renderer/ui/save-status.ts'

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

/** Flushes a field and lets its disk answer. */
async function ended(field: Autosave): Promise<void> {
  const flushed = field.flush()
  await vi.advanceTimersByTimeAsync(1000)
  await flushed
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
    field.type(() => save('a'))
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1)
    expect(kept).toEqual([])
    field.type(() => save('ab'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(kept).toEqual(['ab'])
    expect(field.unsaved).toBe(false)
  })

  it('is on disk within a second of its first key when nobody ever pauses', async () => {
    const { kept, save } = disk(50)
    const field = new Autosave()
    const texts = Array.from({ length: 250 }, (_, at) => 'x'.repeat(at + 1))
    for (const [at, text] of texts.entries()) {
      field.type(() => save(text))
      await vi.advanceTimersByTimeAsync(100)
      // A second of such typing is ten keys: whatever was typed before them is on the disk.
      expect(kept.at(-1)?.length ?? 0).toBeGreaterThanOrEqual(at + 1 - 9)
    }
    await ended(field)
  })

  it('says that it is saving from the first key until it is on disk', async () => {
    const { save } = disk(50)
    const field = new Autosave()
    expect(useSaveStatus.getState().typing).toBe(false)
    field.type(() => save('a'))
    expect(useSaveStatus.getState().typing).toBe(true)
    await vi.advanceTimersByTimeAsync(PAUSE_MS + 49)
    expect(useSaveStatus.getState().typing).toBe(true)
    await vi.advanceTimersByTimeAsync(1)
    expect(useSaveStatus.getState()).toMatchObject({ typing: false, refused: null })
  })

  it('says that it is refused, also after another field was saved', async () => {
    const [full, other] = [disk(0, [true]), disk()]
    const [field, second] = [new Autosave(), new Autosave()]
    field.type(() => full.save('refused'))
    await vi.advanceTimersByTimeAsync(1000)
    second.type(() => other.save('fine'))
    await vi.advanceTimersByTimeAsync(1000)
    expect(useSaveStatus.getState()).toMatchObject({ typing: false, refused: { code: 'store.disk-full' } })
    expect(fieldsAtStake()).toEqual([{ code: 'store.disk-full' }])
    await ended(field)
    expect(useSaveStatus.getState().refused).toBeNull()
    expect(fieldsAtStake()).toEqual([])
  })

  it('puts nothing at stake when a refused text is kept, and is no news once it left the screen', async () => {
    const field = new Autosave()
    const wrong = (): Promise<Saved> => Promise.resolve({ ...err('finding.amount-typed'), kept: true })
    field.type(wrong)
    await ended(field)
    expect(useSaveStatus.getState().refused).toEqual({ code: 'finding.amount-typed' })
    expect(fieldsAtStake()).toEqual([])
    await field.leave()
    expect(useSaveStatus.getState().refused).toBeNull()
  })

  it('saves at once when asked, and says when it is on disk', async () => {
    const { kept, save } = disk()
    const field = new Autosave()
    field.type(() => save('now'))
    const flushed = field.flush()
    await vi.advanceTimersByTimeAsync(0)
    await flushed
    expect(kept).toEqual(['now'])
  })

  it('keeps a refused text as unsaved and tries it again', async () => {
    const { kept, save } = disk(0, [true, false])
    const field = new Autosave()
    field.type(() => save('full disk'))
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
    field.type(() => first.save('of the first'))
    const flushed = field.flush()
    field.type(() => second.save('of the second'))
    await vi.advanceTimersByTimeAsync(1000)
    await flushed
    expect([first.kept, second.kept]).toEqual([['of the first'], ['of the second']])
  })

  it('empties every field before the store is closed', async () => {
    const { kept, save } = disk(20)
    const fields = [new Autosave(), new Autosave()]
    fields.forEach((field, at) => field.type(() => save(`text ${at}`)))
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
          field.type(() => save(text))
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
