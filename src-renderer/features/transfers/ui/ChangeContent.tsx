import type React from 'react'
import { useTranslation } from 'react-i18next'
import { formatEuros } from '#domain/money.ts'
import type { RefusedItem } from '#renderer/db/refused.ts'
import { contentOf } from '#renderer/features/transfers/content-of.ts'
import classes from '#renderer/features/transfers/ui/BinScreen.module.css'
import { formatDate, formatMoment } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** What a change wrote, field by field. */
export function ChangeContent({ change }: { readonly change: RefusedItem }): React.JSX.Element {
  const { t } = useTranslation(['record', 'status'])
  const valueText = useValueText()
  if (change.mutation.op === 'delete') return <p>{t('status:bin.deletes')}</p>
  return (
    <dl className={classes['content']} aria-label={t('status:bin.content-of')}>
      {contentOf(change).map(([field, value]) => (
        <div key={field}>
          <dt>{t(`field.${field}`)}</dt>
          <dd>{valueText(field, value)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Where the words of a field's values stand. */
const WORDS: Readonly<Record<string, string>> = {
  state: 'inspection:state',
  overallAssessment: 'report:assessment',
  value: 'common:answer',
  progress: 'common:progress',
  severity: 'common:severity',
  nature: 'common:nature',
  outcome: 'review:decide',
}
const AMOUNTS: readonly string[] = ['amount', 'found', 'accepted']

function useValueText(): (field: string, value: unknown) => string {
  const { t } = useTranslation(['record', 'common'])
  const language = useLanguage()
  return (field, value) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return t('none')
    if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no')
    if (typeof value === 'number')
      return AMOUNTS.includes(field) ? formatEuros(value, language) : String(value)
    if (typeof value !== 'string')
      return JSON.stringify(value, null, 1)
        .replace(/["{}[\],]/g, '')
        .trim()
    if (field in WORDS) return t(`${WORDS[field] ?? ''}.${value}`)
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value, language)
    return /^\d{4}-\d\d-\d\dT/.test(value) ? formatMoment(value, language) : value
  }
}
