import { Button, Group, Stack, TextInput } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Column, ColumnType } from '#domain/listing/column.ts'
import type { ColumnFilter } from '#domain/listing/row-view.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import { setFilter } from '#renderer/features/listings/state/filtering.ts'
import { RangeFilter } from '#renderer/features/listings/ui/RangeFilter.tsx'
import { ValuesFilter } from '#renderer/features/listings/ui/ValuesFilter.tsx'

/** Up to this many different values, a column is filtered by ticking them. */
const MOST_VALUES = 60
const RANGED: readonly ColumnType[] = ['integer', 'decimal', 'money', 'date', 'time']

interface Props {
  readonly listing: OpenedListing
  readonly column: Column
  readonly title: string
  readonly filter: ColumnFilter | undefined
  readonly onClose: () => void
}

/** The filter of one column, by what it holds; every change is seen in the grid at once. */
export function ColumnFilterEditor({ listing, column, title, filter, onClose }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const change = (next: ColumnFilter | null) => setFilter(listing.key, column.id, next)
  const indexed = listing.index.columns.get(column.id)
  const few = indexed !== undefined && indexed.values.length <= MOST_VALUES
  return (
    <Stack gap="xs" w={280}>
      {RANGED.includes(column.type) ? (
        <RangeFilter type={column.type} filter={filter} onChange={change} />
      ) : few ? (
        <ValuesFilter column={indexed} type={column.type} title={title} filter={filter} onChange={change} />
      ) : (
        <TextInput
          data-autofocus
          label={t('filter.contains', { column: title })}
          value={filter?.kind === 'contains' ? filter.text : ''}
          onChange={({ currentTarget: { value } }) =>
            change(value === '' ? null : { kind: 'contains', text: value })
          }
        />
      )}
      <Group justify="space-between">
        <Button size="compact-sm" variant="subtle" disabled={!filter} onClick={() => change(null)}>
          {t('filter.remove')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('common:close')}
        </Button>
      </Group>
    </Stack>
  )
}
