import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import { citationsOf, type Citations } from '#domain/finding/cite-rows.ts'
import type { Finding } from '#domain/finding/finding.ts'
import { listRecords } from '#renderer/db/records.ts'

const NONE: readonly Finding[] = []

/** The findings of an inspection outside the bin, by number, and which rows they cite. Live. */
export function useOpenFindings(inspectionId: string): {
  readonly findings: readonly Finding[]
  readonly citations: Citations
} {
  const findings =
    useLiveQuery(async () => {
      const all = await listRecords('finding', inspectionId)
      return all.filter(({ binned }) => !binned).sort((a, b) => a.number - b.number)
    }, [inspectionId]) ?? NONE
  return useMemo(() => ({ findings, citations: citationsOf(findings) }), [findings])
}
