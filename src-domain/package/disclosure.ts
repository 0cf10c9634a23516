import { Type, type Static } from 'typebox'
import { Uuid } from '#domain/ids.ts'

/**
 * Personal data was shown or left the app, on demand; the record of kind `disclosure`. A log: made once, never changed.
 * It says which row or file, never a name or a number of a person.
 */
export const Disclosure = Type.Object({
  id: Uuid,
  inspectionId: Uuid,
  /** ISO 8601, by the clock of the laptop. */
  at: Type.String({ maxLength: 40 }),
  /** Name and national number of a participant were shown; rejected rows were written to a file as they were sent. */
  what: Type.Enum(['identity', 'rejected-rows']),
  /** The row shown, by its key columns; null for a file. */
  rowKey: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
  /** The file the rows came from; null for one row. */
  file: Type.Union([Type.String({ maxLength: 260 }), Type.Null()]),
  by: Type.String({ maxLength: 200 }),
})
export type Disclosure = Static<typeof Disclosure>
