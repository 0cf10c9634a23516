import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { MatchedHeader } from '#domain/listing/match-header.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { FilePreview } from '#domain/listing/preview-file.ts'
import classes from '#renderer/features/import/ui/columns.module.css'
import { veiledRows } from '#renderer/features/import/veil.ts'

interface Props {
  readonly preview: FilePreview
  readonly headers: readonly MatchedHeader[]
  readonly listing: ListingName | null
}

/** The first rows of a file as they stand in it. */
export function PreviewTable({ preview, headers, listing }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const label = t('columns.preview', { count: preview.rows.length })
  return (
    <div className={classes['preview']} tabIndex={0} role="group" aria-label={label}>
      <table className={classes['table']}>
        <caption>{label}</caption>
        <thead>
          <tr>
            {headers.map(({ header, place, how, column }) => (
              <th key={place} scope="col" data-how={how} data-left-out={column === null || undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {veiledRows(preview, headers, listing).map((cells, at) => (
            <tr key={at}>
              {headers.map(({ place, column }, among) => (
                <td key={place} data-left-out={column === null || undefined}>
                  {cells[among]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
