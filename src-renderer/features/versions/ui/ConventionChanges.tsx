import type React from 'react'
import { useTranslation } from 'react-i18next'
import { formatEuros } from '#domain/money.ts'
import type { FieldChange, FieldValue } from '#domain/package/compare-conventions.ts'
import { fieldName } from '#renderer/features/versions/queries/field-names.ts'
import classes from '#renderer/features/versions/ui/difference.module.css'
import { formatDate } from '#renderer/ui/format.ts'
import { pick } from '#renderer/ui/pick.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** The fields of the convention that differ, each under the part of the convention it stands in. */
export function ConventionChanges({
  changes,
}: {
  readonly changes: readonly FieldChange[]
}): React.JSX.Element {
  const { t } = useTranslation('version')
  const label = t('part.convention')
  return (
    <div className={classes['frame']} tabIndex={0} role="group" aria-label={label}>
      <table className={classes['table']}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {(['place', 'field', 'before', 'after'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <Change key={JSON.stringify([change.path, change.entries])} change={change} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Change({ change }: { readonly change: FieldChange }): React.JSX.Element {
  const { t } = useTranslation(['version', 'common'])
  const language = useLanguage()
  const { path, entries, before, after } = change
  const name = fieldName(path)
  const write = (value: FieldValue | undefined): string => {
    if (value === undefined || value === null || value === '') return t('cell.empty')
    if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no')
    if (name?.kind === 'money' && typeof value === 'number') return formatEuros(value, language)
    if (name?.kind === 'day' && typeof value === 'string') return formatDate(value, language)
    return Array.isArray(value) ? value.join(', ') : String(value)
  }
  return (
    <tr>
      <th scope="row">
        {name ? pick(name.part, language) : path.split('/')[0]}
        {entries.length > 0 && <span className="code"> {entries.join(' › ')}</span>}
      </th>
      <td>{name ? pick(name.field, language) : <span className="code">{path}</span>}</td>
      <td className={classes['before']}>{write(before)}</td>
      <td className={classes['after']}>{write(after)}</td>
    </tr>
  )
}
