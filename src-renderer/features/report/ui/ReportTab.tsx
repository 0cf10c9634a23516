import type React from 'react'
import type { Place } from '#domain/inspection/gap.ts'

interface Props {
  readonly inspectionId: string
  readonly readOnly: boolean
  readonly onJump: (place: Place) => void
}

/** Stands in until the report's own screen is here. */
export function ReportTab({ inspectionId }: Props): React.JSX.Element {
  return <section data-inspection={inspectionId} />
}
