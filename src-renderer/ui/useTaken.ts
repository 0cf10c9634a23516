import { useState } from 'react'
import type { AppError, Result } from '#domain/result.ts'

interface Options<T> {
  readonly value: string
  readonly read: (text: string) => Result<T>
  /** Whether no further key can make it another. */
  readonly isWhole: (text: string) => boolean
  readonly onTake: (value: T) => void
}

/**
 * A text of which nothing is recorded: taken as soon as no further key can make it another, or when the field is left.
 * What can't be read stays in the field, and what was taken before stays in force.
 */
export function useTaken<T>({ value, read, isWhole, onTake }: Options<T>) {
  const [typed, setTyped] = useState<string | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const take = (text: string): void => {
    const taken = read(text)
    setFailure(taken.ok ? null : taken.error)
    if (!taken.ok) return
    setTyped(null)
    onTake(taken.value)
  }
  return {
    text: typed ?? value,
    failure,
    onText: (text: string): void => {
      setTyped(text)
      setFailure(null)
      if (text === '' || isWhole(text)) take(text)
    },
    onTake: (): void => {
      if (typed !== null) take(typed)
    },
  }
}
