import { Checkbox, ScrollArea, Stack } from '@mantine/core'
import { useMemo } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnType } from '#domain/listing/column.ts'
import type { Cell } from '#domain/listing/listing.ts'
import type { IndexedColumn } from '#domain/listing/row-index.ts'
import { countValues, type ColumnFilter } from '#domain/listing/row-view.ts'
import { cellFormatter } from '#renderer/ui/format-cell.ts'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly column: IndexedColumn
  readonly type: ColumnType
  readonly title: string
  readonly filter: ColumnFilter | undefined
  readonly onChange: (filter: ColumnFilter | null) => void
}

/** The values of a column to be ticked, each with its number of rows. */
export function ValuesFilter({ column, type, title, filter, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const language = useLanguage()
  const counted = useMemo(() => countValues(column), [column])
  const format = cellFormatter(type, language, { yes: t('common:yes'), no: t('common:no') })
  const chosen = filter?.kind === 'among' ? filter.values : []
  const toggle = (value: Cell) => {
    const values = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
    onChange(values.length === 0 ? null : { kind: 'among', values })
  }
  return (
    <ScrollArea.Autosize mah={280} type="auto" role="group" aria-label={title}>
      <Stack gap={8} py={4} pl={2}>
        {counted.map(({ value, rows }) => (
          <Checkbox
            key={String(value)}
            size="xs"
            checked={chosen.includes(value)}
            label={`${value === null ? t('filter.emptyCell') : format(value)} (${formatCount(rows, language)})`}
            onChange={() => toggle(value)}
          />
        ))}
      </Stack>
    </ScrollArea.Autosize>
  )
}
