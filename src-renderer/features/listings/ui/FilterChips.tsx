import { Button, CloseButton, Group } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnFilter, ViewQuery } from '#domain/listing/row-view.ts'
import { setFilter } from '#renderer/features/listings/state/filtering.ts'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'

interface Props {
  readonly listingKey: string
  readonly query: ViewQuery
  readonly columns: readonly GridColumn[]
  readonly onFilter: (column: string) => void
}

/** The column filters in force: each can be opened again or taken away. */
export function FilterChips({ listingKey, query, columns, onFilter }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const say = useFilterText()
  return (
    <>
      {columns.map((column) => {
        const filter = query.filters[column.id]
        return filter ? (
          <Group key={column.id} gap={0} wrap="nowrap">
            <Button size="compact-sm" variant="light" onClick={() => onFilter(column.id)}>
              {`${column.title} ${say(filter, column)}`}
            </Button>
            <CloseButton
              size="sm"
              aria-label={t('filter.removeOf', { column: column.title })}
              onClick={() => setFilter(listingKey, column.id, null)}
            />
          </Group>
        ) : null
      })}
    </>
  )
}

function useFilterText(): (filter: ColumnFilter, column: GridColumn) => string {
  const { t } = useTranslation('listing')
  return (filter, { format }) => {
    if (filter.kind === 'contains') return t('filter.saysContains', { text: filter.text })
    if (filter.kind === 'among') {
      const [first = null] = filter.values
      if (filter.values.length > 1) return t('filter.saysAmong', { count: filter.values.length })
      return t('filter.saysIs', { value: first === null ? t('filter.emptyCell') : format(first) })
    }
    const [from, to] = [format(filter.from), format(filter.to)]
    if (filter.to === null) return t('filter.saysFrom', { from })
    return filter.from === null ? t('filter.saysTo', { to }) : t('filter.saysBetween', { from, to })
  }
}
