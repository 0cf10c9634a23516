import type { TFunction } from 'i18next'

/** What a field of a record or of a report's model is called. */
export const fieldWord = (t: TFunction<'report'>, field: string): string =>
  t([`glyph.field.${field}`, 'glyph.field.other'])
