import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import type { SampleStep } from '#domain/sampling/sample-record.ts'
import { formatShare } from '#renderer/features/sampling/ui/figures.ts'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { formatCount, formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** What was done to a sample, in order, with every reason. */
export function StepHistory({ sample }: { readonly sample: InspectionSample }): React.JSX.Element {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const isShare = sample.definition.method === 'VALUE_SHARE'
  const valuesOf = (step: SampleStep) => {
    if ('target' in step) {
      const target = isShare ? formatShare(step.target, language) : formatCount(step.target, language)
      return { target }
    }
    if (step.kind === 'REPLACE') return { id: step.id, by: step.by.join(', ') }
    return 'id' in step ? { id: step.id } : {}
  }
  return (
    <section>
      <h3 className={classes['historyTitle']}>{t('history.title')}</h3>
      <ol className={classes['history']}>
        {sample.replaces && <li>{t('history.replaces', { reason: sample.replaces.reason })}</li>}
        {sample.steps.map((step, at) => (
          <li key={`${at}-${step.kind}`}>
            <span className={classes['quiet']}>{formatDate(step.on, language)}</span>{' '}
            {t(`history.${isShare && 'target' in step ? `${step.kind}-share` : step.kind}`, valuesOf(step))}
            {'reason' in step && <q>{step.reason}</q>}
          </li>
        ))}
      </ol>
    </section>
  )
}
