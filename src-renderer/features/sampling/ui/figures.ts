import type { TFunction } from 'i18next'
import { numberFormat } from '#domain/i18n/number-format.ts'
import { columnOf } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { Language } from '#renderer/ui/i18n.ts'

/** `0.004` → `0,4 %`. */
export const formatShare = (share: number, language: Language): string =>
  numberFormat(language, { style: 'percent', maximumFractionDigits: 3 }).format(share)

/** A number with up to four decimals. */
export const formatNumber = (value: number, language: Language): string =>
  numberFormat(language, { maximumFractionDigits: 4 }).format(value)

/** A value of a cell as people read it: days turned round, yes and no, `empty`. */
export function valueWord(
  t: TFunction<'sampling'>,
  listing: ListingName,
  column: string,
  value: string,
): string {
  if (value === '') return t('filter.empty')
  const type = columnOf(listing, column)?.type
  if (type === 'date') return value.split('-').toReversed().join('/')
  if (type === 'boolean') return t(value === 'true' ? 'common:yes' : 'common:no')
  return value
}
