import type React from 'react'
import { useTranslation } from 'react-i18next'
import { columnIdsOf, columnTitle, KEY_COLUMNS, rowLabel, visibleColumnsOf } from '#domain/listing/columns.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import { citingFindings } from '#renderer/features/versions/cited-rows.ts'
import type { Citations } from '#domain/finding/cite-rows.ts'
import { CitedBy } from '#renderer/features/versions/ui/CitedBy.tsx'
import classes from '#renderer/features/versions/ui/difference.module.css'
import { useCellText } from '#renderer/features/versions/ui/use-cell-text.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly listing: ListingName
  readonly kind: 'added' | 'removed'
  readonly rows: readonly ListingRow[]
  readonly citations: Citations
}

/** Rows that are in one of the two versions only, whole; all but who the person is. */
export function WholeRows({ listing, kind, rows, citations }: Props): React.JSX.Element {
  const { t } = useTranslation('version')
  const language = useLanguage()
  const textOf = useCellText(listing)
  const keys: readonly string[] = KEY_COLUMNS[listing]
  const columns = visibleColumnsOf(listing).filter(({ id }) => !keys.includes(id))
  const places = columnIdsOf(listing)
  return (
    <div className={classes['frame']} tabIndex={0} role="group" aria-label={t(`kind.${kind}`)}>
      <table className={classes['table']} data-wide>
        <caption className="visually-hidden">{t(`kind.${kind}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.row')}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {columnTitle(column, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row">
                <span className="code">{rowLabel(listing, row.cells)}</span>
                {kind === 'removed' && <CitedBy findings={citingFindings(citations, listing, row)} />}
              </th>
              {columns.map(({ id }) => (
                <td key={id}>{textOf(id, row.cells[places.indexOf(id)] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
