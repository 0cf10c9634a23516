import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { useNextShare } from '#renderer/features/sampling/queries/use-next-share.ts'
import { formatShare } from '#renderer/features/sampling/ui/figures.ts'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { useWorded } from '#renderer/features/sampling/ui/use-worded.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** Whether a value-share sample that is checked whole must go on, and how far. */
export function ShareAdvice({ sample }: { readonly sample: InspectionSample }): React.JSX.Element {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const worded = useWorded()
  const { pending, answer } = useNextShare(sample)
  if (answer && !answer.ok) return <ErrorNotice error={worded(answer.error)} />
  const text =
    pending || !answer
      ? t('share.asking')
      : answer.value === null
        ? t('share.stop')
        : t('share.go', { share: formatShare(answer.value, language) })
  return (
    <p role="status" className={classes['plain']}>
      {text}
    </p>
  )
}
