import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { PartProps } from '#renderer/features/settlement/ui/part-props.ts'
import classes from '#renderer/features/settlement/ui/settlement.module.css'

/** The dated parameters that the numbers rest on, each with its clause. */
export function ParameterTable({ settled, words }: PartProps): React.JSX.Element {
  const { t } = useTranslation('settlement')
  return (
    <section aria-labelledby="settlement-parameters">
      <h3 id="settlement-parameters">{t('parameters.title')}</h3>
      <table className={classes['table']} aria-labelledby="settlement-parameters">
        <thead>
          <tr>
            <th scope="col">{t('parameters.name')}</th>
            <th scope="col" data-figure>
              {t('parameters.value')}
            </th>
            <th scope="col">{t('parameters.since')}</th>
            <th scope="col">{t('parameters.served')}</th>
            <th scope="col">{t('parameters.clause')}</th>
          </tr>
        </thead>
        <tbody>
          {settled.parameters.map((used) => {
            const { name, value } = words.parameter(used)
            return (
              <tr key={`${used.code} ${used.validFrom} ${used.served.from}`}>
                <th scope="row">{name}</th>
                <td data-figure>{value}</td>
                <td>{words.day(used.validFrom)}</td>
                <td>{[...new Set([used.served.from, used.served.to])].map(words.day).join(' – ')}</td>
                <td>{used.clause ?? '–'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
