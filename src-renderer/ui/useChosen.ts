import { useState } from 'react'
import type { Result } from '#domain/result.ts'

/** Records a choice; null when there is nothing to wait for. */
export type SaveChoice<T> = (value: T) => Promise<Result<null>> | null

/**
 * A choice that shows at once and is recorded behind: until the store has it, what was chosen is shown; when the
 * store refuses it or holds another value, the store's.
 */
export function useChosen<T>(stored: T, save: SaveChoice<T>): readonly [T, (value: T) => void] {
  const [chosen, setChosen] = useState<{ readonly value: T; readonly over: T } | null>(null)
  if (chosen !== null && chosen.over !== stored) setChosen(null)
  const choose = (value: T): void => {
    const saving = save(value)
    if (saving === null) return
    setChosen({ value, over: stored })
    void saving.then((saved) => {
      if (!saved.ok) setChosen(null)
    })
  }
  return [chosen !== null && chosen.over === stored ? chosen.value : stored, choose]
}
