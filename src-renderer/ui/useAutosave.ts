import { useCallback, useEffect, useState } from 'react'
import type { AppError, Result } from '#domain/result.ts'
import { Autosave } from '#renderer/ui/autosave.ts'
import { trackSave } from '#renderer/ui/save-status.ts'

interface Draft {
  readonly text: string
  /** The stored value when the draft was last touched; another one means the store has moved on. */
  readonly base: string
  /** While held (focus, or not yet saved) the store never overwrites the field. */
  readonly held: boolean
}

export interface AutosaveField {
  readonly text: string
  readonly failure: AppError | null
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly onType: (text: string) => void
}

/** One text field that saves itself; the rules R1 and R23: durable within a second, focus is never overwritten. */
export function useAutosave(value: string, save: (text: string) => Promise<Result<null>>): AutosaveField {
  const [autosave] = useState(() => new Autosave())
  const [draft, setDraft] = useState<Draft | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const text = draft && (draft.held || draft.base === value) ? draft.text : value
  useFlushOnLeave(autosave)

  const store = async (typed: string): Promise<Result<null>> => {
    const saved = await trackSave(save(typed))
    setFailure(saved.ok ? null : saved.error)
    return saved
  }
  const release = async (): Promise<void> => {
    await autosave.flush()
    if (!autosave.unsaved) setDraft((now) => now && { ...now, held: false })
  }
  return {
    text,
    failure,
    onFocus: () => setDraft({ text, base: value, held: true }),
    onBlur: () => void release(),
    onType: (typed) => {
      setDraft({ text: typed, base: value, held: true })
      autosave.type(typed, store)
    },
  }
}

/** Saves at once when the window loses focus or closes, and when the field leaves the screen. */
function useFlushOnLeave(autosave: Autosave): void {
  const flush = useCallback(() => void autosave.flush(), [autosave])
  useEffect(() => {
    window.addEventListener('blur', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])
}
