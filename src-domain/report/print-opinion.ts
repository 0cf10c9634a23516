import { sampleLabel } from '#domain/finding/numbering.ts'
import type { ReportOpinion } from '#domain/report/numbers-model.ts'
import { printNotices } from '#domain/report/print-problem.ts'
import type { CheckedSample } from '#domain/report/print-sample.ts'
import type { Words } from '#domain/report/print-words.ts'
import { opinionOver, standing } from '#domain/sampling/opinion.ts'

/** One opinion over several samples, in words; null where there is none to give. */
export function printOpinion(samples: readonly CheckedSample[], words: Words): ReportOpinion | null {
  const opinion = opinionOver(samples)
  if (!opinion.ok || opinion.value === null) return null
  const { conclusion, warnings, ...figures } = opinion.value
  return {
    ...figures,
    samples: standing(samples)
      .map(({ sample }) => sampleLabel(sample.number))
      .join(', '),
    conclusion: words.text(`verdict.${conclusion}`),
    warnings: printNotices(warnings, words),
  }
}
