import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { isSettled, type ColumnChoices } from '#renderer/features/import/columns.ts'
import { Chip } from '#renderer/ui/Chip.tsx'

/** Whether every column has its place, and how many have not; null for a listing that nobody knows yet. */
export function ColumnsChip({ columns }: { readonly columns: ColumnChoices | null }): React.JSX.Element {
  const { t } = useTranslation('mapping')
  if (columns && isSettled(columns)) {
    const used = columns.headers.filter(({ column }) => column !== null).length
    return (
      <Chip tone="green" icon={IconCheck}>
        {t('columns.settled', { count: used })}
      </Chip>
    )
  }
  return (
    <Chip tone="amber" icon={IconAlertTriangle}>
      {columns ? sayOpen(columns, t) : t('columns.no-listing')}
    </Chip>
  )
}

type Say = (key: string, details: Record<string, unknown>) => string

function sayOpen({ open, missing, twice }: ColumnChoices, t: Say): string {
  const said = [
    open.length > 0 && t('columns.open', { count: open.length }),
    missing.length > 0 && t('columns.missing', { count: missing.length }),
    twice.length > 0 && t('columns.twice', { count: twice.length }),
  ]
  return said.filter(Boolean).join(', ')
}
