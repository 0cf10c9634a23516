import { Skeleton } from '@mantine/core'
import { useCallback } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { useGround } from '#renderer/features/sampling/queries/use-ground.ts'
import { useSample, useSamples } from '#renderer/features/sampling/queries/use-samples.ts'
import { drawPlace } from '#renderer/features/sampling/state/draw-draft.ts'
import {
  openList,
  openLines,
  openSample,
  useSamplingPlace,
  type SamplingPlace,
} from '#renderer/features/sampling/state/sampling-view.ts'
import { DrawWizard } from '#renderer/features/sampling/ui/DrawWizard.tsx'
import { SampleList } from '#renderer/features/sampling/ui/SampleList.tsx'
import { SampleSheet } from '#renderer/features/sampling/ui/SampleSheet.tsx'
import { useStartDraw } from '#renderer/features/sampling/ui/use-start-draw.ts'
import { useKept } from '#renderer/ui/kept-drafts.ts'

export interface SamplingTabProps {
  readonly inspectionId: string
  readonly readOnly: boolean
  /** The work on the lines of a sample, and its evaluation. */
  readonly renderWorkspace: (sample: InspectionSample, onBack: () => void) => React.ReactNode
  /** What else can be done with a drawn sample, beside its other acts. */
  readonly renderActions?: (sample: InspectionSample) => React.ReactNode
}

/** The samples of an inspection: listed, drawn in visible steps, and worked on. */
export function SamplingTab(props: SamplingTabProps): React.JSX.Element {
  const place = useSamplingPlace(props.inspectionId)
  return place.at === 'work' ? (
    <Work {...props} sampleId={place.sampleId} />
  ) : (
    <Samples {...props} place={place} />
  )
}

/** The work on one sample: it reads this one only, so that a result of a line does not open every other again. */
function Work(props: SamplingTabProps & { readonly sampleId: string }): React.JSX.Element {
  const { inspectionId, sampleId } = props
  const { t } = useTranslation('common')
  const sample = useSample(sampleId)
  if (sample === undefined) return <Skeleton height={320} aria-label={t('loading')} />
  if (sample === null) return <Samples {...props} place={{ at: 'list' }} />
  return <>{props.renderWorkspace(sample, () => openSample(inspectionId, sampleId))}</>
}

function Samples(props: SamplingTabProps & { readonly place: SamplingPlace }): React.JSX.Element {
  const { inspectionId, readOnly, place } = props
  const { t } = useTranslation('sampling')
  const items = useSamples(inspectionId)
  const ground = useGround(inspectionId)
  const startDraw = useStartDraw(inspectionId, ground, items)
  const isPrepared = useKept(drawPlace(inspectionId)) !== null
  const toList = useCallback(() => openList(inspectionId), [inspectionId])
  if (!items || !ground) return <Skeleton height={320} aria-label={t('common:loading')} />
  if (place.at === 'draw' && isPrepared && !readOnly)
    return <DrawWizard inspectionId={inspectionId} ground={ground} items={items} onLeave={toList} />
  const item = place.at === 'sample' ? items.find(({ sample }) => sample.id === place.sampleId) : undefined
  if (!item)
    return (
      <SampleList
        inspectionId={inspectionId}
        items={items}
        readOnly={readOnly}
        hasListings={ground.listings.length > 0}
        onOpen={(id) => openSample(inspectionId, id)}
        onDraw={() => startDraw()}
      />
    )
  const { sample } = item
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
