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

type Recorded = Pick<SettlementFile, 'findings' | 'decision'>

/**
 * What is recorded of everything a settlement is computed from, told anew whenever some of it changes. All is asked for
 * at once, and sealed blocks are not opened here: what is read behind an await of WebCrypto is not watched.
 */
async function readRecords(inspectionId: string): Promise<Recorded> {
  const [findings, [decision = null]] = await Promise.all([
    listRecords('finding', inspectionId),
    listRecords('settlement', inspectionId),
    listRecords('sample', inspectionId),
    listRecords('line-check', inspectionId),
    readManifest(inspectionId),
  ])
  const shown = findings.filter(({ binned }) => !binned).sort((a, b) => a.number - b.number)
  return { findings: shown, decision }
}

async function settle(inspectionId: string, recorded: Recorded): Promise<SettlementView> {
  const convention = await readConvention(inspectionId)
  const answer = await settleInspection(inspectionId)
  return { file: convention ? { inspectionId, convention, ...recorded } : null, answer }
}

/** The settlement of an inspection, and what it is decided on. */
export interface SettlementView {
  readonly file: SettlementFile | null
  readonly answer: Result<SettledInspection | null>
}

/** The settlement as it stands; the one before stays in sight while it is computed anew. Undefined at first. */
export function useSettlement(inspectionId: string): SettlementView | undefined {
  const recorded = useLiveQuery(() => readRecords(inspectionId), [inspectionId])
  const [settled, setSettled] = useState<{ of: string; view: SettlementView }>()
  useEffect(() => {
    if (recorded === undefined) return
    let wanted = true
    void settle(inspectionId, recorded).then((view) => wanted && setSettled({ of: inspectionId, view }))
    return () => {
      wanted = false
    }
  }, [inspectionId, recorded])
  const view = settled?.of === inspectionId ? settled.view : undefined
  // decisions show at once, numbers when they are computed
  return view?.file && recorded ? { ...view, file: { ...view.file, ...recorded } } : view
}
