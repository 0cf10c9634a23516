import { useLiveQuery } from 'dexie-react-hooks'
import { opinionOver, standing, type Opinion } from '#domain/sampling/opinion.ts'
import { evaluateInspectionSample } from '#renderer/db/numbers/evaluate.ts'
import { listRecords } from '#renderer/db/records.ts'
import { useAsked, type Asked } from '#renderer/features/sampling/queries/use-asked.ts'

/** One opinion over the samples of an inspection; null where no two of them count. Live. */
export function useOpinion(inspectionId: string): Asked<Opinion | null> {
  const read = useLiveQuery(async () => {
    const [samples, checks] = await Promise.all([
      listRecords('sample', inspectionId),
      listRecords('line-check', inspectionId),
    ])
    return { samples: samples.sort((a, b) => a.number - b.number), checks }
  }, [inspectionId])
  return useAsked(read ? JSON.stringify(read) : null, async () => {
    const { samples = [], checks = [] } = read ?? {}
    const counted = standing(samples.map((sample) => ({ sample }))).map(({ sample }) => sample)
    const evaluated = []
    // one sample speaks for itself
    for (const sample of counted.length > 1 ? counted : [])
      evaluated.push({ sample, evaluation: await evaluateInspectionSample(sample, checks) })
    return opinionOver(evaluated)
  })
}
