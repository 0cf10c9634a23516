import type React from 'react'
import { useState } from 'react'
import type { Place } from '#domain/inspection/gap.ts'
import type { AppError } from '#domain/result.ts'
import classes from '#renderer/app/TabPanel.module.css'
import { ListingsPanel } from '#renderer/app/ListingsPanel.tsx'
import { SamplingPanel } from '#renderer/app/SamplingPanel.tsx'
import { SettlementPanel } from '#renderer/app/SettlementPanel.tsx'
import { goWithin, type InspectionPlace } from '#renderer/app/routes.ts'
import { seedOfPoint } from '#renderer/app/seed-of-rows.ts'
import { readConvention } from '#renderer/db/packages.ts'
import { Checklist } from '#renderer/features/checklist/ui/Checklist.tsx'
import { ConventionTab } from '#renderer/features/convention/ui/ConventionTab.tsx'
import { PointClauses } from '#renderer/features/convention/ui/PointClauses.tsx'
import { EvidenceStrip } from '#renderer/features/evidence/ui/EvidenceStrip.tsx'
import { EvidenceTab } from '#renderer/features/evidence/ui/EvidenceTab.tsx'
import { createFinding } from '#renderer/features/findings/commands/create-finding.ts'
import { FindingsTab } from '#renderer/features/findings/ui/FindingsTab.tsx'
import {
  pickFor,
  seek,
  type SoughtRow,
  type SoughtRows,
} from '#renderer/features/listings/state/listings-view.ts'
import { ProfileTab } from '#renderer/features/profile/ui/ProfileTab.tsx'
import { ReportTab } from '#renderer/features/report/ui/ReportTab.tsx'
import type { FileRecords } from '#renderer/features/review/history.ts'
import { Activity } from '#renderer/features/review/ui/Activity.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { focusPlace } from '#renderer/ui/places.ts'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useKeys } from '#renderer/ui/useKeys.ts'

interface Props {
  readonly place: InspectionPlace
  readonly file: FileRecords
  readonly readOnly: boolean
  /** Listings are taken in before the visit too: they belong to this laptop's package, not to the records. */
  readonly mayImport: boolean
  /** This laptop writes the inspection. */
  readonly writes: boolean
}

/** The features of one inspection, put together: they do not know each other. */
export function TabPanel(props: Props): React.JSX.Element {
  const { place, readOnly } = props
  const [failure, setFailure] = useState<AppError | null>(null)
  const makeFinding = useMakeFinding(place.inspectionId, setFailure)
  const addFinding: AddFinding = async (seed) => {
    const findingId = await makeFinding(seed)
    if (findingId !== null) goWithin({ tab: 'findings', findingId })
  }
  // The findings tab has this key itself, to put the focus where it belongs.
  const canAdd = !readOnly && place.tab !== 'findings'
  const addHere = () =>
    place.tab === 'points' && place.pointCode
      ? addOnPoint(props.file, place.pointCode, addFinding)
      : addFinding({})
  useKeys('file', canAdd ? { 'new-finding': () => void addHere() } : null)
  return (
    <>
      {failure && <ErrorNotice error={failure} onClose={() => setFailure(null)} />}
      <Panel {...props} addFinding={addFinding} makeFinding={makeFinding} />
    </>
  )
}

type Seed = Parameters<typeof createFinding>[1]
type MakeFinding = (seed: Seed) => Promise<string | null>
/** Makes a finding and shows it. */
type AddFinding = (seed: Seed) => Promise<void>

/** Makes a finding and gives its id; what went wrong is said above the panel. */
function useMakeFinding(inspectionId: string, onFailure: (failure: AppError | null) => void): MakeFinding {
  return async (seed) => {
    const made = await trackSave(createFinding(inspectionId, seed))
    onFailure(made.ok ? null : made.error)
    return made.ok ? made.value : null
  }
}

/** Makes a finding on a control point; its criterion cites the convention in the language of the report. */
async function addOnPoint({ inspection }: FileRecords, pointCode: string, add: AddFinding): Promise<void> {
  await add(seedOfPoint(pointCode, inspection.language, await readConvention(inspection.id)))
}

function Panel(props: Props & { readonly addFinding: AddFinding; readonly makeFinding: MakeFinding }) {
  const { place, file, readOnly, mayImport, addFinding } = props
  const { inspectionId } = place
  const evidenceOf = (target: { findingId: string } | { pointCode: string }): React.JSX.Element => (
    <EvidenceStrip inspectionId={inspectionId} target={target} readOnly={readOnly} />
  )
  const shared = { inspectionId, readOnly }
  switch (place.tab) {
    case 'points':
      return (
        <Checklist
          {...shared}
          pointCode={place.pointCode ?? null}
          onSelect={(pointCode) => goWithin({ pointCode })}
          renderEvidence={evidenceOf}
          renderClauses={(pointCode) => <PointClauses inspectionId={inspectionId} pointCode={pointCode} />}
          onCreateFinding={(pointCode) => void addOnPoint(file, pointCode, addFinding)}
          onOpenFinding={(findingId) => goWithin({ tab: 'findings', findingId })}
        />
      )
    case 'listings':
      return (
        <ListingsPanel
          inspection={file.inspection}
          readOnly={readOnly}
          mayImport={mayImport}
          onAddFinding={(seed) => void addFinding(seed)}
          onOpenFinding={(findingId) => goWithin({ tab: 'findings', findingId })}
        />
      )
    case 'profile':
      return <ProfileTab inspectionId={inspectionId} onShowRows={(rows) => showRows(inspectionId, rows)} />
    case 'sampling':
      return <SamplingPanel {...shared} onMakeFinding={props.makeFinding} />
    case 'findings':
      return (
        <FindingsTab
          {...shared}
          findingId={place.findingId ?? null}
          onSelect={(findingId) => goWithin({ findingId })}
          {...waysToRows(inspectionId)}
          renderEvidence={evidenceOf}
        />
      )
    case 'settlement':
      return <SettlementPanel {...shared} />
    case 'evidence':
      return <EvidenceTab {...shared} />
    case 'convention':
      return <ConventionTab inspectionId={inspectionId} />
    case 'report':
      return <ReportTab {...shared} writes={props.writes} onJump={jump} />
    case 'activity':
      return (
        <div className={classes['reading']}>
          <Activity file={file} />
        </div>
      )
  }
}

/** Leads to a row of a listing, or to some rows shown alone. */
function showRows(inspectionId: string, rows: SoughtRow | SoughtRows): void {
  seek(inspectionId, rows)
  goWithin({ tab: 'listings' })
}

/** What leads from a finding to the listings: to a row it cites, and to pick rows for it. */
const waysToRows = (inspectionId: string) => ({
  onShowRow: (row: SoughtRow) => showRows(inspectionId, row),
  onPickRows: (findingId: string) => {
    pickFor(inspectionId, findingId)
    goWithin({ tab: 'listings' })
  },
})

/** Leads to the field where something is missing. */
function jump(place: Place): void {
  if (place.kind === 'point') goWithin({ tab: 'points', pointCode: place.pointCode })
  if (place.kind === 'finding') goWithin({ tab: 'findings', findingId: place.findingId })
  if (place.kind === 'evidence') goWithin({ tab: 'evidence' })
  focusPlace(place)
}
