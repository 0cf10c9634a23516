import type React from 'react'
import { useTranslation } from 'react-i18next'
import { numberFormat } from '#domain/i18n/number-format.ts'
import type { Bar, Dimension } from '#domain/listing/profile.ts'
import { traitName } from '#renderer/features/profile/trait-name.ts'
import classes from '#renderer/features/profile/ui/profile.module.css'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly dimension: Dimension
  readonly bars: readonly Bar[]
  readonly chosen: string | undefined
  readonly onChoose: (name: string | undefined) => void
}

/** A chart that is a table: name, bar, count, part. A click on a name narrows the other charts to it. */
export function BarChart({ dimension, bars, chosen, onChoose }: Props): React.JSX.Element {
  const { t } = useTranslation('profile')
  const language = useLanguage()
  const percent = numberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const longest = Math.max(...bars.map(({ share }) => share), Number.EPSILON)
  return (
    <table className={classes['chart']}>
      <caption>{t(`dimension.${dimension}`)}</caption>
      <colgroup>
        <col className={classes['names'] ?? ''} />
        <col />
        <col className={classes['shares'] ?? ''} />
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t(`dimension.${dimension}`)}</th>
          <th scope="col">{t('chart.count')}</th>
          <th scope="col">{t('chart.share')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, count, share }) => (
          <tr key={name} data-chosen={chosen === name || undefined}>
            <th scope="row">
              <button
                type="button"
                aria-pressed={chosen === name}
                disabled={count === 0 && chosen !== name}
                onClick={() => onChoose(chosen === name ? undefined : name)}
              >
                {traitName(dimension, name, t, language)}
              </button>
            </th>
            <td>
              <span className={classes['measure']}>
                <span className={classes['track']} aria-hidden>
                  <span className={classes['bar']} style={{ width: `${(100 * share) / longest}%` }} />
                </span>
                <span className={classes['count']}>{formatCount(count, language)}</span>
              </span>
            </td>
            <td>{percent.format(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
