import { foldText } from '#domain/listing/fold-text.ts'

/** Begins the headers of the columns that an export of rejected rows adds; no listing has a column of that name. */
export const REASON_MARK = 'Constat'

/** Whether a column only says why a row was rejected: it is left out when the corrected file is imported. */
export const isReasonHeader = (header: string): boolean =>
  foldText(header).startsWith(`${foldText(REASON_MARK)} `)
