import type React from 'react'
import { goWithin } from '#renderer/app/routes.ts'
import { seek } from '#renderer/features/listings/state/listings-view.ts'
import { SettlementTab } from '#renderer/features/settlement/ui/SettlementTab.tsx'
import { ExportSettlementCalculation } from '#renderer/features/workpaper/ui/ExportCalculation.tsx'

interface Props {
  readonly inspectionId: string
  readonly readOnly: boolean
}

/** The settlement of an inspection, with the ways from an amount to its finding and its row. */
export function SettlementPanel({ inspectionId, readOnly }: Props): React.JSX.Element {
  return (
    <SettlementTab
      key={inspectionId}
      inspectionId={inspectionId}
      readOnly={readOnly}
      renderActions={() => <ExportSettlementCalculation inspectionId={inspectionId} />}
      onOpenFinding={(findingId) => goWithin({ tab: 'findings', findingId })}
      onShowRow={(row) => {
        seek(inspectionId, row)
        goWithin({ tab: 'listings' })
      }}
    />
  )
}
