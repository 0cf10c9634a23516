import { useState } from 'react'
import type React from 'react'
import type { LinkedRow } from '#domain/finding/finding.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { RuleMark } from '#domain/listing/listing.ts'
import type { AppError, Result } from '#domain/result.ts'
import { seedOfRows } from '#renderer/app/seed-of-rows.ts'
import { useSession } from '#renderer/app/session.ts'
import { readConvention } from '#renderer/db/packages.ts'
import { addRows, removeRows } from '#renderer/features/findings/commands/cite-rows.ts'
import { ImportButton } from '#renderer/features/import/ui/ImportButton.tsx'
import type { RenderDifference } from '#renderer/features/import/ui/ImportDialog.tsx'
import { RejectedRows } from '#renderer/features/import/ui/RejectedRows.tsx'
import { ListingsTab } from '#renderer/features/listings/ui/ListingsTab.tsx'
import type { Citing } from '#renderer/features/listings/ui/pane-props.ts'
import { DifferenceScreen } from '#renderer/features/versions/ui/DifferenceScreen.tsx'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useOpenFindings } from '#renderer/ui/useOpenFindings.ts'

interface Props {
  readonly inspection: Inspection
  readonly readOnly: boolean
  readonly mayImport: boolean
  readonly onAddFinding: (seed: ReturnType<typeof seedOfRows>) => void
  readonly onOpenFinding: (findingId: string) => void
}

/** The listings of an inspection, with what other features do with them: take files in, make findings of rows. */
export function ListingsPanel(props: Props): React.JSX.Element {
  const { inspection, readOnly, mayImport, onAddFinding } = props
  const { id: inspectionId, language } = inspection
  const [failure, setFailure] = useState<AppError | null>(null)
  const cite = async (saving: Promise<Result<null>>): Promise<void> => {
    const saved = await trackSave(saving, { tellsRefusal: true })
    setFailure(saved.ok ? null : saved.error)
  }
  const citing: Citing = {
    ...useOpenFindings(inspectionId),
    onOpen: props.onOpenFinding,
    ...(readOnly
      ? {}
      : {
          onAdd: ({ id }, rows) => void cite(addRows(id, rows)),
          onRemove: ({ id }, rows) => void cite(removeRows(id, rows)),
        }),
  }
  const viewer = useSession(({ owner }) => owner?.user.displayName ?? '')
  const addFinding = async (rows: LinkedRow[], mark?: RuleMark) => {
    onAddFinding(seedOfRows(rows, mark, language, await readConvention(inspectionId)))
  }
  return (
    <>
      {failure && <ErrorNotice error={failure} onClose={() => setFailure(null)} />}
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
        citing={citing}
        onCreateFinding={(rows, mark) => void addFinding(rows, mark)}
      />
    </>
  )
}

/** An import ends with a decision on what it changes. */
const renderDifference: RenderDifference = (inspectionId, versionId, onDecided) => (
  <DifferenceScreen inspectionId={inspectionId} versionId={versionId} onDecided={onDecided} />
)
