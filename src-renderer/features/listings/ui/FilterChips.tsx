import { Button, CloseButton, Group } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnFilter, RowChoice, ViewQuery } from '#domain/listing/row-view.ts'
import { setFilter } from '#renderer/features/listings/state/filtering.ts'
import { changeQuery } from '#renderer/features/listings/state/listings-view.ts'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import classes from '#renderer/features/listings/ui/listings.module.css'

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
      {query.only && <OnlyChip listingKey={listingKey} only={query.only} />}
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

/** The rows that another screen chose, shown alone. */
function OnlyChip({ listingKey, only }: { readonly listingKey: string; readonly only: RowChoice }) {
  const { t } = useTranslation('listing')
  return (
    <Group gap={0} wrap="nowrap">
      <span className={classes['only']}>{only.name}</span>
      <CloseButton
        size="sm"
        aria-label={t('filter.removeOf', { column: only.name })}
        onClick={() => changeQuery(listingKey, { only: null })}
      />
    </Group>
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
