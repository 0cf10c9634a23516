import { useCallback, useEffect, useState } from 'react'
import { contentHash } from '#domain/report/content-hash.ts'
import { ok, type Result } from '#domain/result.ts'
import {
  composeReport,
  layOutPreview,
  type ComposedReport,
} from '#renderer/features/report/commands/compose-report.ts'

export interface ReadableReport {
  readonly composed: ComposedReport
  /** Hash of what it says. */
  readonly content: string
  readonly bytes: Uint8Array
}

/** The report as it would be signed now, laid out for reading; null while it is made. */
export function useComposed(inspectionId: string) {
  const [report, setReport] = useState<Result<ReadableReport> | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let left = false
    void compose(inspectionId).then((made) => {
      if (!left) setReport(made)
    })
    return () => {
      left = true
    }
  }, [inspectionId, attempt])
  const retry = useCallback(() => {
    setReport(null)
    setAttempt((now) => now + 1)
  }, [])
  return { report, retry }
}

async function compose(inspectionId: string): Promise<Result<ReadableReport>> {
  const composed = await composeReport(inspectionId)
  if (!composed.ok) return composed
  const laidOut = await layOutPreview(composed.value)
  if (!laidOut.ok) return laidOut
  return ok({
    composed: composed.value,
    content: contentHash(composed.value.model),
    bytes: laidOut.value,
  })
}
