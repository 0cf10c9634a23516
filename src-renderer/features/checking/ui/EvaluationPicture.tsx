import { useId } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import { pictureScale } from '#renderer/features/checking/picture-scale.ts'
import classes from '#renderer/features/checking/ui/evaluation.module.css'
import { useFigures } from '#renderer/features/checking/ui/use-figures.ts'

/** Estimate, precision and materiality on one line of euros, and the same in words. */
export function EvaluationPicture({ evaluation }: { readonly evaluation: Evaluation }): React.JSX.Element {
  const { t } = useTranslation('evaluation')
  const { euros, rate } = useFigures()
  const words = useId()
  const { totalError, totalErrorRate, tolerable, materiality, precision } = evaluation
  const { at, low, high } = pictureScale(evaluation)
  const about = {
    total: euros(totalError),
    rate: rate(totalErrorRate),
    tolerable: euros(tolerable),
    materiality: rate(materiality),
    low: euros(low),
    high: euros(high),
  }
  return (
    <figure className={classes['figure']}>
      <svg role="img" aria-labelledby={words} className={classes['picture']} width="100%" height="104">
        <line x1={at(0)} x2={at(0)} y1="24" y2="72" className={classes['zero']} />
        <line x1="0" x2="100%" y1="48" y2="48" className={classes['axis']} />
        {precision !== null && (
          <line x1={at(low)} x2={at(high)} y1="48" y2="48" className={classes['range']} />
        )}
        <line x1={at(tolerable)} x2={at(tolerable)} y1="20" y2="76" className={classes['limit']} />
        <circle cx={at(totalError)} cy="48" r="6" className={classes['estimate']} />
        <Label x={at(tolerable)} y={14} tone="limit" text={t('picture.tolerable', about)} />
        <Label x={at(totalError)} y={94} tone="estimate" text={t('picture.estimate', about)} />
      </svg>
      <figcaption id={words}>
        {t(precision === null ? 'picture.words-without-precision' : 'picture.words', about)}
      </figcaption>
    </figure>
  )
}

interface LabelProps {
  readonly x: string
  readonly y: number
  readonly tone: string
  readonly text: string
}

/** A text at its place, turned inwards near the edges. */
function Label({ x, y, tone, text }: LabelProps): React.JSX.Element {
  const place = Number.parseFloat(x)
  const anchor = place < 25 ? 'start' : place > 75 ? 'end' : 'middle'
  return (
    <text x={x} y={y} textAnchor={anchor} className={classes['label']} data-tone={tone}>
      {text}
    </text>
  )
}
