import { IconAlertTriangle, IconCheck, IconHelp, IconInfoCircle, type Icon } from '@tabler/icons-react'
import { Loader } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { sampleLabel } from '#domain/finding/numbering.ts'
import { formatEuros } from '#domain/money.ts'
import type { Conclusion } from '#domain/sampling/evaluation.ts'
import type { Opinion } from '#domain/sampling/opinion.ts'
import { useOpinion } from '#renderer/features/sampling/queries/use-opinion.ts'
import type { SampleItem } from '#renderer/features/sampling/queries/use-samples.ts'
import { formatShare } from '#renderer/features/sampling/ui/figures.ts'
import look from '#renderer/features/sampling/ui/opinion.module.css'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { Warnings } from '#renderer/features/sampling/ui/SizeAdvice.tsx'
import { useWorded } from '#renderer/features/sampling/ui/use-worded.ts'
import { Chip, type Tone } from '#renderer/ui/Chip.tsx'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

const LOOKS: Readonly<Record<Conclusion, readonly [Icon, Tone]>> = {
  MATERIAL: [IconAlertTriangle, 'red'],
  NOT_MATERIAL: [IconCheck, 'green'],
  INCONCLUSIVE: [IconHelp, 'amber'],
}

/** What the samples of an inspection say together; nothing where fewer than two count. */
export function OpinionPart({
  inspectionId,
  items,
}: {
  readonly inspectionId: string
  readonly items: readonly SampleItem[]
}): React.JSX.Element | null {
  const { t } = useTranslation('sampling')
  const words = useErrorText()
  const worded = useWorded()
  const { pending, answer } = useOpinion(inspectionId)
  const counted = items.filter(({ replacedBy }) => replacedBy === null)
  if (counted.length < 2) return null
  const samples = counted.map(({ sample }) => sampleLabel(sample.number)).join(', ')
  return (
    <section className={look['opinion']} aria-labelledby="sampling-opinion" aria-busy={pending}>
      <h3 id="sampling-opinion">
        {t('opinion.title')} {answer?.ok === true && answer.value && <Verdict opinion={answer.value} />}
      </h3>
      {answer === undefined && (
        <p role="status">
          <Loader size="xs" aria-hidden /> {t('opinion.computing')}
        </p>
      )}
      {answer?.ok === false && (
        <p className={classes['quiet']}>
          <IconInfoCircle size={16} aria-hidden /> {words(worded(answer.error))}
        </p>
      )}
      {answer?.ok === true && answer.value && (
        <>
          <p className={classes['quiet']}>{t('opinion.over', { samples })}</p>
          <Figures opinion={answer.value} />
          <Warnings warnings={answer.value.warnings} />
        </>
      )}
    </section>
  )
}

function Verdict({ opinion: { conclusion } }: { readonly opinion: Opinion }) {
  const { t } = useTranslation('evaluation')
  const [icon, tone] = LOOKS[conclusion]
  return (
    <Chip tone={tone} icon={icon}>
      {t(`conclusion.${conclusion}`)}
    </Chip>
  )
}

function Figures({ opinion }: { readonly opinion: Opinion }) {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const euros = (cents: number): string => formatEuros(cents, language)
  const none = t('opinion.none')
  const both = (cents: number, rate: number): string =>
    t('opinion.amount-rate', { amount: euros(cents), rate: formatShare(rate, language) })
  const { precision, upperLimit, upperLimitRate, upperConfidence: worth } = opinion
  const rows: readonly (readonly [string, string])[] = [
    ['declared', euros(opinion.declared)],
    ['confirmed', euros(opinion.confirmed)],
    ['totalError', both(opinion.totalError, opinion.totalErrorRate)],
    ['precision', precision === null ? none : euros(precision)],
    ['upperLimit', upperLimit === null ? none : both(upperLimit, upperLimitRate ?? 0)],
    ['tolerable', both(opinion.tolerable, opinion.materiality)],
    ['upperConfidence', worth === null ? none : formatShare(worth, language)],
  ]
  return (
    <dl className={look['figures']}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`opinion.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
