import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useState } from 'react'
import type { Convention } from '#domain/convention/convention.ts'
import type { Finding } from '#domain/finding/finding.ts'
import type { Result } from '#domain/result.ts'
import type { InspectionSettlement } from '#domain/settlement/inspection-settlement.ts'
import type { SettledInspection } from '#renderer/db/numbers/settle-messages.ts'
import { settleInspection } from '#renderer/db/numbers/settle.ts'
import { readConvention, readManifest } from '#renderer/db/packages.ts'
import { listRecords } from '#renderer/db/records.ts'

/** What the settlement is decided on. */
export interface SettlementFile {
  readonly inspectionId: string
  readonly convention: Convention
  /** In their order, those in the bin left out. */
  readonly findings: readonly Finding[]
  /** Null while nothing is decided. */
  readonly decision: InspectionSettlement | null
}

/** Everything a settlement is computed from, read anew whenever some of it changes; null without a package. */
async function readFile(inspectionId: string): Promise<SettlementFile | null> {
  // First and at once: what is read behind an await of something else is not watched. Samples and checked lines are
  // read only to be told of their changes: they are settled too.
  const [findings, [decision = null]] = await Promise.all([
    listRecords('finding', inspectionId),
    listRecords('settlement', inspectionId),
    listRecords('sample', inspectionId),
    listRecords('line-check', inspectionId),
  ])
  const manifest = await readManifest(inspectionId)
  const convention = manifest && (await readConvention(inspectionId))
  if (!convention) return null
  const shown = findings.filter(({ binned }) => !binned).sort((a, b) => a.number - b.number)
  return { inspectionId, convention, findings: shown, decision }
}

/** The settlement of an inspection, and what it is decided on. */
export interface SettlementView {
  readonly file: SettlementFile | null
  readonly answer: Result<SettledInspection | null>
}

/** The settlement as it stands; the one before stays in sight while it is computed anew. Undefined at first. */
export function useSettlement(inspectionId: string): SettlementView | undefined {
  const file = useLiveQuery(() => readFile(inspectionId), [inspectionId])
  const [view, setView] = useState<{ of: string; answer: SettlementView['answer'] }>()
  useEffect(() => {
    if (file === undefined) return
    let wanted = true
    void settleInspection(inspectionId).then((answer) => wanted && setView({ of: inspectionId, answer }))
    return () => {
      wanted = false
    }
  }, [inspectionId, file])
  if (file === undefined || view?.of !== inspectionId) return undefined
  return { file, answer: view.answer }
}
