import { create } from 'zustand'
import type { AppError, Result } from '#domain/result.ts'

interface SaveStatus {
  /** Saves under way. */
  readonly running: number
  /** When the last one was on disk, milliseconds since 1970; null before the first. */
  readonly savedAt: number | null
  /** Why the last one was refused; null when it was not. */
  readonly failure: AppError | null
}

/** What the footer says of saving. Filled by `trackSave`, and by nothing else. */
export const useSaveStatus = create<SaveStatus>(() => ({ running: 0, savedAt: null, failure: null }))

interface Options {
  /** Whether the caller tells a refusal itself: then nothing that was recorded is at stake. */
  readonly tellsRefusal?: boolean
}

/** Follows one save up to its end, so that the footer says "saved" only after the strict transaction resolved. */
export async function trackSave<T>(
  saving: Promise<Result<T>>,
  { tellsRefusal = false }: Options = {},
): Promise<Result<T>> {
  useSaveStatus.setState(({ running }) => ({ running: running + 1 }))
  try {
    const result = await saving
    if (result.ok) useSaveStatus.setState({ savedAt: Date.now(), failure: null })
    else if (!tellsRefusal) useSaveStatus.setState({ failure: result.error })
    return result
  } finally {
    useSaveStatus.setState(({ running }) => ({ running: running - 1 }))
  }
}
