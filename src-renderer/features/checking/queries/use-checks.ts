import { useCallback, useEffect, useMemo, useState } from 'react'
import type { AppError, Result } from '#domain/result.ts'
import { lineCheckId, type InspectionSample, type LineCheck } from '#domain/sampling/inspection-sample.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { blankCheck, saveCheck, type CheckFields } from '#renderer/features/checking/commands/save-check.ts'
import { trackSave } from '#renderer/ui/save-status.ts'

/** What was found, by line. */
export type Checks = ReadonlyMap<string, LineCheck>

export interface CheckBook {
  readonly checks: Checks
  /** Why the last change was refused. */
  readonly failure: AppError | null
  readonly forget: () => void
  /** Shows a change at once and records it behind. */
  readonly change: (lineId: string, fields: CheckFields) => Promise<Result<null>>
}

/**
 * What was found on the lines of a sample, read once and then kept beside the store: a live query would open all the
 * lines again after each key. Undefined until they have been read.
 */
export function useChecks(sample: InspectionSample): CheckBook | undefined {
  const { id: sampleId, inspectionId } = sample
  const [read, setRead] = useState<{ readonly of: string; readonly checks: Checks }>()
  const [failure, setFailure] = useState<AppError | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    void readChecks(inspectionId, sampleId).then((checks) => {
      if (!leaving.signal.aborted) setRead({ of: sampleId, checks })
    })
    return () => leaving.abort()
  }, [inspectionId, sampleId])
  const change = useCallback(
    async (lineId: string, fields: CheckFields) => {
      const place = { id: sampleId, inspectionId }
      const put = (next: (before: LineCheck | undefined) => LineCheck | undefined) =>
        setRead(
          (now) => now && { ...now, checks: withCheck(now.checks, lineId, next(now.checks.get(lineId))) },
        )
      put((before) => ({ ...(before ?? blankCheck(place, lineId)), ...fields }))
      const saved = await trackSave(saveCheck(place, lineId, fields))
      setFailure(saved.ok ? null : saved.error)
      if (!saved.ok) {
        const stored = await getRecord('line-check', lineCheckId(sampleId, lineId))
        put(() => stored)
      }
      return saved
    },
    [inspectionId, sampleId],
  )
  const checks = read?.of === sampleId ? read.checks : undefined
  return useMemo(
    () => checks && { checks, failure, forget: () => setFailure(null), change },
    [checks, failure, change],
  )
}

async function readChecks(inspectionId: string, sampleId: string): Promise<Checks> {
  const all = await listRecords('line-check', inspectionId)
  return new Map(all.flatMap((check) => (check.sampleId === sampleId ? [[check.lineId, check]] : [])))
}

function withCheck(checks: Checks, lineId: string, check: LineCheck | undefined): Checks {
  const next = new Map(checks)
  if (check) next.set(lineId, check)
  else next.delete(lineId)
  return next
}
