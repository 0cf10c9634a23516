import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import classes from '#renderer/features/checking/ui/evaluation.module.css'
import { useFigures } from '#renderer/features/checking/ui/use-figures.ts'

interface Props {
  readonly evaluation: Evaluation
}
/** What it is called, its figure, its rate of the declared amount. */
type Row = readonly [label: string, figure: string, rate?: string]

/** The numbers of the evaluation in the order they follow from each other. */
export function EvaluationFigures({ evaluation }: Props): React.JSX.Element {
  const { t } = useTranslation('evaluation')
  const { euros, rate } = useFigures()
  const { declared, precision, upperLimit, upperLimitRate, upperConfidence } = evaluation
  const none = t('figure.none')
  const ofDeclared = (cents: number): string => (declared === 0 ? '' : rate(cents / declared))
  const amount = (name: string, cents: number): Row => [t(`figure.${name}`), euros(cents), ofDeclared(cents)]
  const rows: readonly Row[] = [
    [t('figure.declared'), euros(declared)],
    [t('figure.tolerable'), euros(evaluation.tolerable), rate(evaluation.materiality)],
    amount('confirmed', evaluation.confirmed),
    amount('projected', evaluation.projected),
    amount('systemic', evaluation.systemic),
    amount('anomalous', evaluation.anomalous),
    [t('figure.totalError'), euros(evaluation.totalError), rate(evaluation.totalErrorRate)],
    precision === null ? [t('figure.precision'), none] : amount('precision', precision),
    [
      t('figure.upperLimit'),
      upperLimit === null ? none : euros(upperLimit),
      upperLimitRate === null ? '' : rate(upperLimitRate),
    ],
    [t('figure.confidence'), rate(evaluation.confidence)],
    [t('figure.upperConfidence'), upperConfidence === null ? none : rate(upperConfidence)],
  ]
  return <FigureTable title={t('figures')} rows={rows} heads={[t('head.amount'), t('head.rate')]} />
}

/** How many lines are wrong, and how many may be at most (Clopper–Pearson). */
export function LineFigures({ evaluation }: Props): React.JSX.Element {
  const { t } = useTranslation('evaluation')
  const { rate, count } = useFigures()
  const { checked, wrong, apart, projected, upperRate, upperLines } = evaluation.lines
  const none = t('figure.none')
  const shown = (value: number | null, write: (value: number) => string): string =>
    value === null ? none : write(value)
  const rows: readonly Row[] = [
    [t('lines.checked'), count(checked)],
    [t('lines.wrong'), count(wrong), checked === 0 ? '' : rate(wrong / checked)],
    ...(apart === 0 ? [] : [[t('lines.apart'), count(apart)] as const]),
    [t('lines.projected'), shown(projected, count)],
    [t('lines.upper'), shown(upperLines, count), upperRate === null ? '' : rate(upperRate)],
  ]
  return (
    <FigureTable
      title={t('lines.title', { confidence: rate(evaluation.confidence) })}
      rows={rows}
      heads={[t('head.lines'), t('head.rate')]}
    />
  )
}

interface TableProps {
  readonly title: string
  readonly rows: readonly Row[]
  readonly heads: readonly [string, string]
}

function FigureTable({ title, rows, heads }: TableProps): React.JSX.Element {
  return (
    <table className={classes['figures']}>
      <caption>{title}</caption>
      <thead className="visually-hidden">
        <tr>
          <td />
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, figure, rate = '']) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{figure}</td>
            <td>{rate}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
