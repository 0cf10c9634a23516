import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { columnTitle } from '#domain/listing/columns.ts'
import type { ColumnChoices } from '#renderer/features/import/columns.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** Names the required columns that no header fills, and headers that want a column of another. */
export function MissingColumns({ columns }: { readonly columns: ColumnChoices }): React.JSX.Element | null {
  const { t } = useTranslation('mapping')
  const language = useLanguage()
  const { missing, twice } = columns
  if (missing.length + twice.length === 0) return null
  const names = missing.map((column) => columnTitle(column, language)).join(', ')
  return (
    <Alert color="orange" variant="light" p="sm" icon={<IconAlertTriangle size={18} aria-hidden />}>
      {missing.length > 0 && <div>{t('columns.missing-names', { count: missing.length, names })}</div>}
      {twice.length > 0 && (
        <div>{t('columns.twice-names', { count: twice.length, names: twice.join(', ') })}</div>
      )}
    </Alert>
  )
}
