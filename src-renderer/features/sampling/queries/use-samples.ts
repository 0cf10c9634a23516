import { useLiveQuery } from 'dexie-react-hooks'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { conventionInWork } from '#renderer/db/numbers/open-population.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'

/** A sample as the list shows it. */
export interface SampleItem {
  readonly sample: InspectionSample
  /** Lines to be checked, and those that are. */
  readonly lines: number
  readonly checked: number
  /** The number of the sample drawn in its place, or null. */
  readonly replacedBy: number | null
}

/** The samples of an inspection in their order; undefined while they are read. */
export function useSamples(inspectionId: string): readonly SampleItem[] | undefined {
  return useLiveQuery(async () => {
    const [samples, checks] = await Promise.all([
      listRecords('sample', inspectionId),
      listRecords('line-check', inspectionId),
    ])
    const done = new Map<string, Set<string>>()
    for (const { sampleId, lineId, accepted } of checks) {
      if (accepted === null) continue
      done.set(sampleId, (done.get(sampleId) ?? new Set()).add(lineId))
    }
    return samples
      .sort((a, b) => a.number - b.number)
      .map((sample) => itemOf(sample, samples, done.get(sample.id) ?? new Set()))
  }, [inspectionId])
}

/** One sample; undefined while it is read, null when it is no more. */
export const useSample = (sampleId: string): InspectionSample | null | undefined =>
  useLiveQuery(async () => (await getRecord('sample', sampleId)) ?? null, [sampleId])

function itemOf(
  sample: InspectionSample,
  samples: readonly InspectionSample[],
  done: ReadonlySet<string>,
): SampleItem {
  const units = sample.units.filter(({ part }) => part !== 'REPLACED')
  const checked = units.filter(({ id, unavailable }) => unavailable || done.has(id)).length
  const replacing = samples.find(({ replaces }) => replaces?.id === sample.id)
  return { sample, lines: units.length, checked, replacedBy: replacing?.number ?? null }
}

/** SHA-256 of the convention in work; null when there is none, undefined while it is read. */
export const useConventionInWork = (inspectionId: string): string | null | undefined =>
  useLiveQuery(() => conventionInWork(inspectionId), [inspectionId])
