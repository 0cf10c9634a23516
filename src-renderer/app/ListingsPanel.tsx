import type React from 'react'
import type { LinkedRow } from '#domain/finding/finding.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { RuleMark } from '#domain/listing/listing.ts'
import { seedOfRows } from '#renderer/app/seed-of-rows.ts'
import { useSession } from '#renderer/app/session.ts'
import { readConvention } from '#renderer/db/packages.ts'
import { ImportButton } from '#renderer/features/import/ui/ImportButton.tsx'
import type { RenderDifference } from '#renderer/features/import/ui/ImportDialog.tsx'
import { RejectedRows } from '#renderer/features/import/ui/RejectedRows.tsx'
import { ListingsTab } from '#renderer/features/listings/ui/ListingsTab.tsx'
import { DifferenceScreen } from '#renderer/features/versions/ui/DifferenceScreen.tsx'

interface Props {
  readonly inspection: Inspection
  readonly readOnly: boolean
  readonly mayImport: boolean
  readonly onAddFinding: (seed: ReturnType<typeof seedOfRows>) => void
}

/** The listings of an inspection, with what other features do with them: take files in, make findings of rows. */
export function ListingsPanel({ inspection, readOnly, mayImport, onAddFinding }: Props): React.JSX.Element {
  const { id: inspectionId, language } = inspection
  const viewer = useSession(({ owner }) => owner?.user.displayName ?? '')
  const addFinding = async (rows: LinkedRow[], mark?: RuleMark) => {
    onAddFinding(seedOfRows(rows, mark, language, await readConvention(inspectionId)))
  }
  return (
    <ListingsTab
      inspectionId={inspectionId}
      readOnly={readOnly}
      viewer={viewer}
      renderImport={
        mayImport
          ? () => <ImportButton inspectionId={inspectionId} renderDifference={renderDifference} />
          : undefined
      }
      renderRejected={(described, back) => (
        <RejectedRows
          inspectionId={inspectionId}
          described={described}
          back={back}
          exportedBy={mayImport ? viewer : undefined}
        />
      )}
      onCreateFinding={(rows, mark) => void addFinding(rows, mark)}
    />
  )
}

/** An import ends with a decision on what it changes. */
const renderDifference: RenderDifference = (inspectionId, versionId, onDecided) => (
  <DifferenceScreen inspectionId={inspectionId} versionId={versionId} onDecided={onDecided} />
)
