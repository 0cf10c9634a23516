import { Type, type Static } from 'typebox'

/** The listings an office or a partner sends (`docs/domain/columns.md`). */
export const LISTING_NAMES = [
  'activities',
  'participants',
  'attendance',
  'counsellors',
  'references',
  'payments',
  'documents',
] as const
export const ListingName = Type.Enum([...LISTING_NAMES])
export type ListingName = Static<typeof ListingName>

/** A cell as stored: text and codes as text, dates `yyyy-mm-dd`, times `HH:mm`, amounts in cents. */
export const Cell = Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])
export type Cell = Static<typeof Cell>

/** E rejects the row, W accepts it with a warning, F suggests a finding. */
export type Severity = 'E' | 'W' | 'F'

/** What one rule said of one row. `rule` is the key of its text in the `rule` catalog. */
export const RuleMark = Type.Object({
  rule: Type.String(),
  severity: Type.Enum(['E', 'W', 'F']),
  columns: Type.Array(Type.String()),
  details: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
})
export type RuleMark = Static<typeof RuleMark>

/** An accepted row: its line in the file, its cells in the order of the block's columns, what rules said. */
export const ListingRow = Type.Object({
  line: Type.Integer({ minimum: 1 }),
  cells: Type.Array(Cell),
  marks: Type.Array(RuleMark),
})
export type ListingRow = Static<typeof ListingRow>

/** A row that was refused, as it stood in the file, with every reason. */
export const RejectedRow = Type.Object({
  line: Type.Integer({ minimum: 1 }),
  text: Type.String(),
  reasons: Type.Array(RuleMark),
})
export type RejectedRow = Static<typeof RejectedRow>

/** At most 1,000 rows of one listing; stored, sent and sealed as one piece. */
export const ListingBlock = Type.Object({
  listing: ListingName,
  columns: Type.Array(Type.String()),
  rows: Type.Array(ListingRow, { maxItems: 1000 }),
})
export type ListingBlock = Static<typeof ListingBlock>

export const ROWS_PER_BLOCK = 1000
