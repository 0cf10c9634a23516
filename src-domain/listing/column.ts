/** What a cell of a column holds, and so how it is read and stored (`parse-cell.ts`). */
export type ColumnType =
  | 'id'
  | 'text'
  | 'enum'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'date'
  | 'time'
  | 'boolean'
  | 'niss'
  | 'postcode'
  | 'nisCode'
  | 'enterpriseNo'
  | 'sha256'
  | 'idList'

/** What else is known of a column. */
export interface ColumnTraits {
  /** Other headers it is found under; accents, case, punctuation and a final s do not matter. */
  readonly synonyms?: readonly string[]
  /** Says who a person is: never shown on a screen nor printed. */
  readonly identity?: boolean
  /** For `enum`: the stored values, each with other ways to write it. For `boolean`: other words for `yes` and `no`. */
  readonly values?: Readonly<Record<string, readonly string[]>>
  /** For `decimal`: it counts hours, which are also written `3:30` and `3h30`. */
  readonly hours?: boolean
  readonly min?: number
  readonly max?: number
  readonly maxLength?: number
}

/** A column of a listing: `docs/domain/columns.md`. */
export interface Column extends ColumnTraits {
  readonly id: string
  readonly type: ColumnType
  readonly required: boolean
  readonly fr: string
  readonly nl: string
}

/** A column whose identifier, type and obligation TypeScript knows, so that rows are typed by it. */
export interface TypedColumn<I extends string, T extends ColumnType, R extends boolean> extends Column {
  readonly id: I
  readonly type: T
  readonly required: R
}

/** A column that must be in the file and filled in every row: a wrong value rejects the row. */
export const required = <const I extends string, const T extends ColumnType>(
  id: I,
  type: T,
  fr: string,
  nl: string,
  traits: ColumnTraits = {},
): TypedColumn<I, T, true> => ({ id, type, required: true, fr, nl, ...traits })

/** A column that may be absent or empty: a wrong value is left out with a warning. */
export const optional = <const I extends string, const T extends ColumnType>(
  id: I,
  type: T,
  fr: string,
  nl: string,
  traits: ColumnTraits = {},
): TypedColumn<I, T, false> => ({ id, type, required: false, fr, nl, ...traits })

const EXAMPLES: Readonly<Record<Exclude<ColumnType, 'enum'>, string>> = {
  id: 'A-0101',
  text: 'abc',
  integer: '12',
  decimal: '12,5',
  money: '1234,56',
  date: '31/12/2025',
  time: '09:30',
  boolean: '1',
  niss: '85.07.30-033.28',
  postcode: '1080',
  nisCode: '21012',
  enterpriseNo: '0123.456.749',
  sha256: '0123…cdef',
  idList: 'A-0101|P-0002',
}

/** What a cell of the column may hold, in any language; for who is told that one is wrong. */
export function exampleOf({ type, values, hours = false }: Column): string {
  if (type === 'enum') return Object.keys(values ?? {})[0] ?? ''
  return hours ? '3:30' : EXAMPLES[type]
}
