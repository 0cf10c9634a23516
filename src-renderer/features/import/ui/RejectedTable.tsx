import type React from 'react'
import { useTranslation } from 'react-i18next'
import { columnOf, columnsOf, columnTitle } from '#domain/listing/columns.ts'
import type { ListingName, RejectedRow } from '#domain/listing/listing.ts'
import classes from '#renderer/features/import/ui/import.module.css'
import { useRuleText } from '#renderer/ui/useRuleText.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** Beyond it a page would only get slow: a file with so many errors is sent back as a whole. */
const MOST_SHOWN = 500

interface Props {
  readonly listing: ListingName
  readonly rows: readonly RejectedRow[]
}

/** Refused rows: line, columns, reasons; their text only where no column says who a person is. */
export function RejectedTable({ listing, rows }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const anonymous = columnsOf(listing).every(({ identity }) => !identity)
  return (
    <>
      <table className={classes['rejected']}>
        <thead>
          <tr>
            <th scope="col">{t('rejected.line')}</th>
            <th scope="col">{t('rejected.column')}</th>
            <th scope="col">{t('rejected.reason')}</th>
            {anonymous && <th scope="col">{t('rejected.text')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_SHOWN).map((row, at) => (
            <RejectedLine key={at} listing={listing} row={row} anonymous={anonymous} />
          ))}
        </tbody>
      </table>
      {rows.length > MOST_SHOWN && <p>{t('rejected.more', { count: rows.length - MOST_SHOWN })}</p>}
    </>
  )
}

interface LineProps {
  readonly listing: ListingName
  readonly row: RejectedRow
  readonly anonymous: boolean
}

function RejectedLine({ listing, row, anonymous }: LineProps) {
  const language = useLanguage()
  const say = useRuleText(listing)
  const titleOf = (id: string) => {
    const column = columnOf(listing, id)
    return column ? columnTitle(column, language) : id
  }
  return (
    <tr>
      <td data-figure>{row.line}</td>
      <td>
        {row.reasons.map(({ columns }, at) => (
          <div key={at}>{columns.map(titleOf).join(', ') || '–'}</div>
        ))}
      </td>
      <td>
        {row.reasons.map((reason, at) => (
          <div key={at}>{say(reason)}</div>
        ))}
      </td>
      {anonymous && (
        <td>
          <span className="code">{row.text}</span>
        </td>
      )}
    </tr>
  )
}
