import { useLiveQuery } from 'dexie-react-hooks'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { nextShareOf } from '#renderer/db/numbers/evaluate.ts'
import { listRecords } from '#renderer/db/records.ts'
import { useAsked, type Asked } from '#renderer/features/sampling/queries/use-asked.ts'

/** The share a value-share sample is to be extended to; null when it may stop. Live. */
export function useNextShare(sample: InspectionSample): Asked<number | null> {
  const checks = useLiveQuery(async () => {
    const all = await listRecords('line-check', sample.inspectionId)
    return all.filter(({ sampleId }) => sampleId === sample.id)
  }, [sample.inspectionId, sample.id])
  const accepted = checks?.map(({ lineId, accepted: cents }) => [lineId, cents])
  const key = accepted ? JSON.stringify([sample.id, sample.steps.length, accepted]) : null
  return useAsked(key, () => nextShareOf(sample, checks ?? []))
}
