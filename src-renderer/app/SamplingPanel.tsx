import type React from 'react'
import type { Finding } from '#domain/finding/finding.ts'
import { goWithin } from '#renderer/app/routes.ts'
import { SampleWorkspace } from '#renderer/features/checking/ui/SampleWorkspace.tsx'
import { EvidenceStrip } from '#renderer/features/evidence/ui/EvidenceStrip.tsx'
import { SamplingTab } from '#renderer/features/sampling/ui/SamplingTab.tsx'
import { ExportSampleCalculation } from '#renderer/features/workpaper/ui/ExportCalculation.tsx'

interface Props {
  readonly inspectionId: string
  readonly readOnly: boolean
  /** Makes a finding and gives its id; null when it was refused. */
  readonly onMakeFinding: (seed: Partial<Finding>) => Promise<string | null>
}

/** The samples of an inspection, and the work on their lines with its evidence and findings. */
export function SamplingPanel({ inspectionId, readOnly, onMakeFinding }: Props): React.JSX.Element {
  return (
    <SamplingTab
      inspectionId={inspectionId}
      readOnly={readOnly}
      renderActions={(sample) => <ExportSampleCalculation sample={sample} />}
      renderWorkspace={(sample, onBack) => (
        <SampleWorkspace
          key={sample.id}
          sample={sample}
          readOnly={readOnly}
          onBack={onBack}
          renderEvidence={(target) => (
            <EvidenceStrip inspectionId={inspectionId} target={target} readOnly={readOnly} />
          )}
          onCreateFinding={onMakeFinding}
          onOpenFinding={(findingId) => goWithin({ tab: 'findings', findingId })}
        />
      )}
    />
  )
}
