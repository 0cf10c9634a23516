import { useEffect, useState } from 'react'
import type { Result } from '#domain/result.ts'

/** An answer that may be on its way: the last one stays until the next is there. */
export interface Asked<T> {
  readonly pending: boolean
  /** Undefined before the first. */
  readonly answer: Result<T> | undefined
}

/** A pause in typing before something is computed. */
const PAUSE_MS = 250

/**
 * Asks for something that takes a while, anew whenever `key` changes; only the last answer counts.
 * @param key what the answer depends on; null when there is nothing to ask
 */
export function useAsked<T>(key: string | null, ask: () => Promise<Result<T>>): Asked<T> {
  const [known, setKnown] = useState<{ key: string; answer: Result<T> } | null>(null)
  useEffect(() => {
    if (key === null) return
    let wanted = true
    const timer = setTimeout(() => {
      void ask().then((answer) => wanted && setKnown({ key, answer }))
    }, PAUSE_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
    // what is asked is told by the key
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  if (key === null) return { pending: false, answer: undefined }
  return { pending: known?.key !== key, answer: known?.answer }
}
