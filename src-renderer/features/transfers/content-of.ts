import type { RefusedItem } from '#renderer/db/refused.ts'

/** Fields that say nothing to a reader: ids and fingerprints. */
const isHidden = (field: string): boolean =>
  field === 'id' || field.endsWith('Id') || field === 'sha256' || field === 'certificateSerial'

/** The fields that a change wrote, but those that name other records, in the order they were written. */
export const contentOf = ({ mutation }: Pick<RefusedItem, 'mutation'>): (readonly [string, unknown])[] =>
  Object.entries(mutation.patch).filter(([field, value]) => !isHidden(field) && value !== '')

/** Whether a reader needs a name for a field of a record. */
export const isShown = (field: string): boolean => !isHidden(field)
