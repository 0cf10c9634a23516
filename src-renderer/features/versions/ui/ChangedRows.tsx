import type React from 'react'
import { useTranslation } from 'react-i18next'
import { columnOf, columnIdsOf, columnTitle, rowLabel } from '#domain/listing/columns.ts'
import type { ChangedRow } from '#domain/listing/compare-rows.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import { citingFindings } from '#renderer/features/versions/cited-rows.ts'
import type { Citations } from '#domain/finding/cite-rows.ts'
import { CitedBy } from '#renderer/features/versions/ui/CitedBy.tsx'
import classes from '#renderer/features/versions/ui/difference.module.css'
import { useCellText } from '#renderer/features/versions/ui/use-cell-text.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly listing: ListingName
  readonly rows: readonly ChangedRow[]
  readonly citations: Citations
}

/** Rows in both versions: each field that differs, before and after side by side. */
export function ChangedRows({ listing, rows, citations }: Props): React.JSX.Element {
  const { t } = useTranslation('version')
  return (
    <div className={classes['frame']} tabIndex={0} role="group" aria-label={t('kind.changed')}>
      <table className={classes['table']}>
        <caption className="visually-hidden">{t('kind.changed')}</caption>
        <thead>
          <tr>
            {(['row', 'field', 'before', 'after'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.after.line}>
            <Fields listing={listing} row={row} cited={citingFindings(citations, listing, row.before)} />
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Fields(props: {
  readonly listing: ListingName
  readonly row: ChangedRow
  readonly cited: readonly string[]
}): React.JSX.Element {
  const { listing, row, cited } = props
  const language = useLanguage()
  const textOf = useCellText(listing)
  const cellOf = ({ cells }: ListingRow, id: string) => cells[columnIdsOf(listing).indexOf(id)] ?? null
  return (
    <>
      {row.columns.map((id, at) => {
        const column = columnOf(listing, id)
        return (
          <tr key={id}>
            {at === 0 && (
              <th scope="row" rowSpan={row.columns.length}>
                <span className="code">{rowLabel(listing, row.after.cells)}</span>
                <CitedBy findings={cited} />
              </th>
            )}
            <td>{column === undefined ? id : columnTitle(column, language)}</td>
            <td className={classes['before']}>{textOf(id, cellOf(row.before, id))}</td>
            <td className={classes['after']}>{textOf(id, cellOf(row.after, id))}</td>
          </tr>
        )
      })}
    </>
  )
}
