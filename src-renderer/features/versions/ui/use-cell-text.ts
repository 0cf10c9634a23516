import { useTranslation } from 'react-i18next'
import { columnOf } from '#domain/listing/columns.ts'
import type { Cell, ListingName } from '#domain/listing/listing.ts'
import { cellFormatter } from '#renderer/ui/format-cell.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** How cells of a listing are written; one that says who a person is stays hidden, an empty one says so. */
export function useCellText(listing: ListingName): (id: string, cell: Cell) => string {
  const { t } = useTranslation(['version', 'common'])
  const language = useLanguage()
  const words = { yes: t('common:yes'), no: t('common:no') }
  return (id, cell) => {
    if (cell === null || cell === '') return t('cell.empty')
    const column = columnOf(listing, id)
    if (column === undefined || column.identity) return t('cell.hidden')
    return cellFormatter(column.type, language, words)(cell)
  }
}
