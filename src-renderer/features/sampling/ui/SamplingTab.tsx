import { Skeleton } from '@mantine/core'
import { useCallback } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { useGround } from '#renderer/features/sampling/queries/use-ground.ts'
import { useSamples } from '#renderer/features/sampling/queries/use-samples.ts'
import {
  goToPlace,
  openLines,
  openSample,
  useSamplingView,
  type SamplingPlace,
} from '#renderer/features/sampling/state/sampling-view.ts'
import { DrawWizard } from '#renderer/features/sampling/ui/DrawWizard.tsx'
import { SampleList } from '#renderer/features/sampling/ui/SampleList.tsx'
import { SampleSheet } from '#renderer/features/sampling/ui/SampleSheet.tsx'
import { useStartDraw } from '#renderer/features/sampling/ui/use-start-draw.ts'

export interface SamplingTabProps {
  readonly inspectionId: string
  readonly readOnly: boolean
  /** The work on the lines of a sample, and its evaluation. */
  readonly renderWorkspace: (sample: InspectionSample, onBack: () => void) => React.ReactNode
  /** What else can be done with a drawn sample, beside its other acts. */
  readonly renderActions?: (sample: InspectionSample) => React.ReactNode
}

const LIST: SamplingPlace = { at: 'list' }

/** The samples of an inspection: listed, drawn in visible steps, and worked on. */
export function SamplingTab(props: SamplingTabProps): React.JSX.Element {
  const { inspectionId, readOnly } = props
  const { t } = useTranslation('sampling')
  const place = useSamplingView(({ places }) => places[inspectionId]) ?? LIST
  const items = useSamples(inspectionId)
  const ground = useGround(inspectionId)
  const startDraw = useStartDraw(inspectionId, ground, items)
  const toList = useCallback(() => goToPlace(inspectionId, LIST), [inspectionId])
  if (!items || !ground) return <Skeleton height={320} aria-label={t('common:loading')} />
  if (place.at === 'draw' && !readOnly)
    return <DrawWizard inspectionId={inspectionId} ground={ground} items={items} onLeave={toList} />
  const item =
    place.at === 'sample' || place.at === 'work'
      ? items.find(({ sample }) => sample.id === place.sampleId)
      : undefined
  if (!item)
    return (
      <SampleList
        items={items}
        readOnly={readOnly}
        hasListings={ground.listings.length > 0}
        onOpen={(id) => openSample(inspectionId, id)}
        onDraw={() => startDraw()}
      />
    )
  const { sample } = item
  if (place.at === 'work')
    return <>{props.renderWorkspace(sample, () => openSample(inspectionId, sample.id))}</>
  return (
    <SampleSheet
      key={sample.id}
      item={item}
      ground={ground}
      readOnly={readOnly}
      actions={props.renderActions?.(sample)}
      onBack={toList}
      onCheck={() => openLines(inspectionId, sample.id)}
      onDrawAnew={() => startDraw(sample)}
    />
  )
}
