import { useEffect, useRef, useState } from 'react'
import type { TString } from 'typebox'
import type { AppError, Result } from '#domain/result.ts'
import type { DraftPlace } from '#renderer/db/drafts.ts'
import type { Saved } from '#renderer/ui/autosave.ts'
import { autosaveAt, keptAt, recordOrKeep } from '#renderer/ui/kept-drafts.ts'
import { trackSave } from '#renderer/ui/save-status.ts'

interface Typed {
  readonly text: string
  /** The stored value when the text was last touched; another one means the store has moved on. */
  readonly base: string
  /** While held (focus, or not yet saved) the store never overwrites the field. */
  readonly held: boolean
}

interface Options {
  /** The stored value, as text. */
  readonly value: string
  readonly save: (text: string) => Promise<Result<null>>
  /** Where a text that is refused is kept until it is put right; names this field among all. */
  readonly place: DraftPlace<TString>
  readonly readOnly: boolean
}

export interface AutosaveField {
  readonly text: string
  readonly failure: AppError | null
  readonly onFocus: () => void
  readonly onBlur: () => void
  readonly onType: (text: string) => void
}

/**
 * One text field that saves itself: on disk within a second of its first key, never overwritten while it has the focus.
 * A text that can't be recorded is kept beside the record, and tried again when the field is shown again.
 */
export function useAutosave({ value, save, place, readOnly }: Options): AutosaveField {
  const focused = useRef(false)
  const [autosave] = useState(() => autosaveAt(place))
  const [kept] = useState(() => (readOnly ? null : keptAt(place)))
  const [typed, setTyped] = useState<Typed | null>(
    kept === null ? null : { text: kept, base: value, held: true },
  )
  const [failure, setFailure] = useState<{ readonly of: string; readonly why: AppError } | null>(null)
  const text = typed && (typed.held || typed.base === value) ? typed.text : value

  const release = (): void => {
    if (!focused.current && !autosave.unsaved) setTyped((now) => now && { ...now, held: false })
  }
  const store = async (newest: string): Promise<Saved> => {
    const saved = await trackSave(recordOrKeep(place, newest, save), { tellsRefusal: true })
    setFailure(saved.ok ? null : { of: newest, why: saved.error })
    return saved
  }
  const flush = (): void => void autosave.flush().then(release)
  useEffect(() => {
    if (kept !== null) {
      autosave.type(() => store(kept))
      flush()
    }
    return () => void autosave.leave()
    // Only when the field comes and goes: what is kept is read once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return {
    text,
    failure: failure?.of === text ? failure.why : null,
    onFocus: () => {
      focused.current = true
      setTyped({ text, base: value, held: true })
    },
    onBlur: () => {
      focused.current = false
      flush()
    },
    onType: (newest) => {
      setTyped({ text: newest, base: value, held: true })
      autosave.type(() => store(newest))
    },
  }
}
