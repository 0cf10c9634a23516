import { IconChartLine, IconSum } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Estimator, Evaluation, RoundedEstimate } from '#domain/sampling/evaluation.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { saveSample } from '#renderer/features/checking/commands/save-sample.ts'
import classes from '#renderer/features/checking/ui/evaluation.module.css'
import { useFigures } from '#renderer/features/checking/ui/use-figures.ts'
import { Choices, type Choice } from '#renderer/ui/Choices.tsx'
import { trackSave } from '#renderer/ui/save-status.ts'

interface Props {
  readonly sample: InspectionSample
  readonly evaluation: Evaluation
  readonly readOnly: boolean
}

/** Mean per unit or ratio: both results, which one is more precise, and the choice; simple random samples only. */
export function EstimatorChoice({ sample, evaluation, readOnly }: Props): React.JSX.Element | null {
  const { t } = useTranslation('evaluation')
  const { euros } = useFigures()
  const { byMean, byRatio, advice, estimator } = evaluation
  if (!byMean || !byRatio) return null
  const say = ({ error, precision }: RoundedEstimate): string =>
    precision === null ? euros(error) : `${euros(error)} ± ${euros(precision)}`
  const choices: Choice<Estimator>[] = [
    { value: 'MEAN', label: `${t('estimator.MEAN')} : ${say(byMean)}`, icon: IconSum },
    { value: 'RATIO', label: `${t('estimator.RATIO')} : ${say(byRatio)}`, icon: IconChartLine },
  ]
  return (
    <section className={classes['part']}>
      <Choices
        label={t('estimator.title')}
        choices={choices}
        value={estimator}
        readOnly={readOnly}
        onChange={(chosen) => trackSave(saveSample(sample, () => ({ estimator: chosen })))}
      />
      {advice && <p className={classes['quiet']}>{t(`estimator.advice-${advice}`)}</p>}
    </section>
  )
}
