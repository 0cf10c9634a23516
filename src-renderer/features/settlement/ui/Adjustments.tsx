import type React from 'react'
import { useTranslation } from 'react-i18next'
import { trace } from '#renderer/features/settlement/state/settlement-view.ts'
import type { PartProps } from '#renderer/features/settlement/ui/part-props.ts'
import classes from '#renderer/features/settlement/ui/settlement.module.css'

/** What no single row bears: corrections, ceilings, performance. */
export function Adjustments({ file, settled, words }: PartProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  const { adjustments } = settled.settlement
  return (
    <section aria-labelledby="settlement-adjustments">
      <h3 id="settlement-adjustments">{t('adjustments.title')}</h3>
      {adjustments.length === 0 ? (
        <p className={classes['quiet']}>{t('adjustments.none')}</p>
      ) : (
        <table className={classes['table']} aria-labelledby="settlement-adjustments">
          <thead>
            <tr>
              <th scope="col">{t('rows.cause')}</th>
              <th scope="col">{t('lines.line')}</th>
              <th scope="col">{t('findings')}</th>
              <th scope="col" data-figure>
                {t('amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {adjustments.map(({ cause, line, findings, amount }, at) => (
              <tr key={at}>
                <th scope="row">{words.cause(cause)}</th>
                <td>{words.line(line)}</td>
                <td>{findings.map(words.finding).join(', ') || '–'}</td>
                <td data-figure>
                  <button
                    type="button"
                    className={classes['figure']}
                    aria-label={t('lines.trace', { what: `${words.cause(cause)} ${words.less(amount)}` })}
                    onClick={() =>
                      trace(file.inspectionId, line === null ? { kind: 'whole' } : { kind: 'line', line })
                    }
                  >
                    {words.less(amount)}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
