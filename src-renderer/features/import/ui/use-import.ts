import { useCallback, useEffect, useState } from 'react'
import type { AppError } from '#domain/result.ts'
import { importFiles } from '#renderer/features/import/commands/import-files.ts'
import { keepImport } from '#renderer/features/import/commands/keep-import.ts'
import type { ReadFile } from '#renderer/features/import/worker/start-import.ts'

/** Where an import stands, from the choice of files to the stored listings. */
export type ImportStage =
  | { readonly stage: 'reading'; readonly done: number; readonly of: number }
  | { readonly stage: 'read'; readonly files: readonly ReadFile[] }
  | { readonly stage: 'storing'; readonly files: readonly ReadFile[] }
  | { readonly stage: 'failed'; readonly error: AppError }

interface Import {
  readonly now: ImportStage
  /** Stores what was read, then closes. */
  readonly keep: () => void
}

/** Reads files in a worker as long as the component is there; leaving it ends the worker and leaves nothing behind. */
export function useImport(inspectionId: string, files: readonly File[], onClose: () => void): Import {
  const [now, setNow] = useState<ImportStage>({ stage: 'reading', done: 0, of: 0 })

  useEffect(() => {
    let wanted = true
    const running = importFiles(inspectionId, files, (done, of) => setNow({ stage: 'reading', done, of }))
    void running.result.then((read) => {
      if (!wanted) return
      setNow(read.ok ? { stage: 'read', files: read.value } : { stage: 'failed', error: read.error })
    })
    return () => {
      wanted = false
      running.cancel()
    }
  }, [inspectionId, files])

  const keep = useCallback(() => {
    if (now.stage !== 'read') return
    setNow({ stage: 'storing', files: now.files })
    void keepImport(inspectionId, now.files).then((stored) =>
      stored.ok ? onClose() : setNow({ stage: 'failed', error: stored.error }),
    )
  }, [inspectionId, now, onClose])
  return { now, keep }
}
