import { NativeSelect } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { columnsOf, columnTitle } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { headerKey, type ColumnMapping, type MatchedHeader } from '#domain/listing/match-header.ts'
import type { ColumnChoices } from '#renderer/features/import/columns.ts'
import type { FilePreview } from '#domain/listing/preview-file.ts'
import classes from '#renderer/features/import/ui/columns.module.css'
import { veiledRows } from '#renderer/features/import/veil.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly listing: ListingName
  readonly columns: ColumnChoices
  readonly preview: FilePreview
  readonly onSettle: (mapping: ColumnMapping) => void
}

const OPEN = '?'
const LEFT_OUT = '-'

/** For each header of the file, the column it fills or that it is left out; what is open comes first. */
export function ColumnChooser({ listing, columns, preview, onSettle }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  const language = useLanguage()
  const samples = samplesOf(preview, columns.headers, listing)
  const taken = new Set(columns.headers.flatMap(({ column }) => column ?? []))
  const optionsFor = (own: string | null) =>
    columnsOf(listing).map((column) => ({
      value: column.id,
      label: t(taken.has(column.id) && column.id !== own ? 'columns.taken' : 'columns.free', {
        name: columnTitle(column, language),
        required: column.required ? t('columns.required') : '',
      }).trim(),
    }))
  return (
    <ul className={classes['chooser']} aria-label={t('columns.chooser')}>
      {columns.headers.map((header, at) => (
        <li key={header.place} data-open={header.how === 'unknown' || undefined}>
          <NativeSelect
            size="xs"
            label={header.header}
            description={<span className={classes['sample']}>{samples[at]}</span>}
            value={valueOf(header)}
            data={[
              ...(header.how === 'unknown' ? [{ value: OPEN, label: t('columns.unsettled') }] : []),
              { value: LEFT_OUT, label: t('columns.leave-out') },
              ...optionsFor(header.column),
            ]}
            onChange={({ currentTarget: { value } }) => {
              if (value !== OPEN) onSettle({ [headerKey(header.header)]: value === LEFT_OUT ? null : value })
            }}
          />
        </li>
      ))}
    </ul>
  )
}

const valueOf = ({ how, column }: MatchedHeader): string => column ?? (how === 'unknown' ? OPEN : LEFT_OUT)

/** A few values of each column, to know it by. */
function samplesOf(preview: FilePreview, headers: readonly MatchedHeader[], listing: ListingName): string[] {
  const rows = veiledRows(preview, headers, listing)
  return headers.map((_, at) =>
    [...new Set(rows.map((cells) => cells[at] ?? '').filter((cell) => cell !== ''))].slice(0, 3).join(' · '),
  )
}
