import { create } from 'zustand'
import type { AppError, Result } from '#domain/result.ts'

/** What the fields hold that is not recorded. */
interface Fields {
  /** From the first key to the end of the strict transaction. */
  readonly typing: boolean
  /** Why a text in sight was refused; null when none was. */
  readonly refused: AppError | null
}

interface SaveStatus extends Fields {
  /** Saves under way. */
  readonly running: number
  /** When the last one was on disk, milliseconds since 1970; null before the first. */
  readonly savedAt: number | null
  /** Why the last one was refused; null when it was not. */
  readonly failure: AppError | null
}

/** What the footer says of saving. Filled by `trackSave` and by the fields, and by nothing else. */
export const useSaveStatus = create<SaveStatus>(() => ({
  ...{ running: 0, savedAt: null, failure: null },
  ...{ typing: false, refused: null },
}))

/** The fields tell what they hold; said at once, in the same turn as the key. */
export const noteFields = (fields: Fields): void => useSaveStatus.setState(fields)

const underWay = new Set<Promise<unknown>>()

interface Options {
  /** Whether the caller tells a refusal itself: then nothing that was recorded is at stake. */
  readonly tellsRefusal?: boolean
}

/** Follows one save up to its end, so that the footer says "saved" only after the strict transaction resolved. */
export async function trackSave<R extends Result<unknown>>(
  saving: Promise<R>,
  { tellsRefusal = false }: Options = {},
): Promise<R> {
  underWay.add(saving)
  useSaveStatus.setState({ running: underWay.size })
  try {
    const result = await saving
    if (result.ok) useSaveStatus.setState({ savedAt: Date.now(), failure: null })
    else if (!tellsRefusal) useSaveStatus.setState({ failure: result.error })
    return result
  } finally {
    underWay.delete(saving)
    useSaveStatus.setState({ running: underWay.size })
  }
}

/** Resolves when no save that was begun is under way any more, however it ended. */
export async function savesEnded(): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled(underWay)
}
