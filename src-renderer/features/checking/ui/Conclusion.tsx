import {
  IconAlertTriangle,
  IconCheck,
  IconHelp,
  IconInfoCircle,
  IconReceipt,
  type Icon,
} from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Conclusion as Name, Evaluation } from '#domain/sampling/evaluation.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import classes from '#renderer/features/checking/ui/evaluation.module.css'
import { useFigures } from '#renderer/features/checking/ui/use-figures.ts'
import { Chip, type Tone } from '#renderer/ui/Chip.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

const LOOKS: Readonly<Record<Name, readonly [Icon, Tone]>> = {
  MATERIAL: [IconAlertTriangle, 'red'],
  NOT_MATERIAL: [IconCheck, 'green'],
  INCONCLUSIVE: [IconHelp, 'amber'],
}

interface Props {
  readonly sample: InspectionSample
  readonly evaluation: Evaluation
}

/** What follows from the errors, with every warning beside it, and whether the projection counts. */
export function Conclusion({ sample, evaluation }: Props): React.JSX.Element {
  const { t } = useTranslation('evaluation')
  const words = useErrorText()
  const language = useLanguage()
  const { euros, rate, count } = useFigures()
  const { conclusion, totalErrorRate, totalError, materiality, tolerable, warnings, basis, lines } =
    evaluation
  const [icon, tone] = LOOKS[conclusion]
  const figures = {
    total: euros(totalError),
    rate: rate(totalErrorRate),
    materiality: rate(materiality),
    tolerable: euros(tolerable),
    wrongLines: count(sample.definition.wrongLines ?? 0),
    projected: count(lines.projected ?? 0),
    upper: count(lines.upperLines ?? 0),
  }
  return (
    <section className={classes['part']} aria-labelledby="evaluation-conclusion">
      <h3 id="evaluation-conclusion" className={classes['conclusion']}>
        {t('conclusion.title')}{' '}
        <Chip tone={tone} icon={icon}>
          {t(`conclusion.${conclusion}`)}
        </Chip>{' '}
        {sample.appliedOn === null ? (
          <Chip tone="neutral" icon={IconInfoCircle}>
            {t('indicative')}
          </Chip>
        ) : (
          <Chip tone="blue" icon={IconReceipt}>
            {t('applied', { on: formatDate(sample.appliedOn, language) })}
          </Chip>
        )}
      </h3>
      <p>{t([`explain.${conclusion}-${basis}`, `explain.${conclusion}`], figures)}</p>
      {warnings.length > 0 && (
        <ul className={classes['warnings']} aria-label={t('warnings')}>
          {warnings.map((warning) => (
            <li key={warning.code}>
              <IconAlertTriangle size={16} aria-hidden /> {words(warning)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
