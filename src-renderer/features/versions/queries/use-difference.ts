import { useEffect, useRef, useState } from 'react'
import type { AppError } from '#domain/result.ts'
import {
  findDifference,
  type PackageDifference,
} from '#renderer/features/versions/queries/find-difference.ts'

export type Comparison =
  | { readonly state: 'computing'; readonly done: number; readonly of: number }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'found'; readonly difference: PackageDifference }

export interface RunningComparison {
  readonly comparison: Comparison
  readonly cancel: () => void
  readonly restart: () => void
}

const AT_START: Comparison = { state: 'computing', done: 0, of: 0 }

/**
 * Compares a version with the one in work as it was when the screen opened; ends with the screen. The component that uses
 * it stands for one version.
 */
export function useDifference(inspectionId: string, versionId: string): RunningComparison {
  const [comparison, setComparison] = useState<Comparison>(AT_START)
  const [run, setRun] = useState(0)
  const control = useRef<AbortController | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    control.current = stop
    const tell = (next: Comparison) => !stop.signal.aborted && setComparison(next)
    const onProgress = (done: number, of: number) => tell({ state: 'computing', done, of })
    void findDifference(inspectionId, versionId, { signal: stop.signal, onProgress }).then((found) => {
      if (!found.ok) tell({ state: 'failed', error: found.error })
      else if (found.value !== null) tell({ state: 'found', difference: found.value })
    })
    return () => stop.abort()
  }, [inspectionId, versionId, run])
  const cancel = () => {
    control.current?.abort()
    setComparison({ state: 'cancelled' })
  }
  const restart = () => {
    setComparison(AT_START)
    setRun((count) => count + 1)
  }
  return { comparison, cancel, restart }
}
