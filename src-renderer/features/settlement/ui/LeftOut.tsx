import type React from 'react'
import { useTranslation } from 'react-i18next'
import { gatherOverlaps } from '#domain/settlement/trace.ts'
import type { PartProps } from '#renderer/features/settlement/ui/part-props.ts'
import classes from '#renderer/features/settlement/ui/settlement.module.css'

/** What was not taken a second time, and what had taken it first; nothing where nothing overlaps. */
export function LeftOut({ settled, words }: PartProps): React.JSX.Element | null {
  const { t } = useTranslation('settlement')
  const overlaps = gatherOverlaps(settled.settlement)
  if (overlaps.length === 0) return null
  return (
    <section aria-labelledby="settlement-left-out">
      <h3 id="settlement-left-out">{t('left-out.title')}</h3>
      <p className={classes['quiet']}>{t('left-out.help')}</p>
      <table className={classes['table']} aria-labelledby="settlement-left-out">
        <thead>
          <tr>
            <th scope="col">{t('rows.cause')}</th>
            <th scope="col">{t('findings')}</th>
            <th scope="col">{t('left-out.taken')}</th>
            <th scope="col" data-figure>
              {t('lines.rows')}
            </th>
            <th scope="col" data-figure>
              {t('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {overlaps.map(({ cause, findings, taken, rows, amount }, at) => (
            <tr key={at}>
              <th scope="row">{words.cause(cause)}</th>
              <td>{findings.map(words.finding).join(', ') || '–'}</td>
              <td>{taken.map(words.cause).join(', ') || t('left-out.nothing')}</td>
              <td data-figure>{rows === 0 ? '–' : words.figure(rows)}</td>
              <td data-figure>{words.euros(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
