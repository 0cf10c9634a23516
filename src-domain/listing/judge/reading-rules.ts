import type { RuleEntry } from '#domain/listing/judge/rule.ts'

/** RPE data and file must agree (`docs/domain/control-grid.md`, EXC-2): what cannot be read cannot be compared. */
const POINT = 'EXC-2'

/** A rule that rejects the row wherever it is broken. */
const rejects = (code: string): RuleEntry => ({
  code,
  listing: null,
  severity: 'E',
  columns: [],
  point: POINT,
})
/** A rule that rejects the row in a required column; elsewhere the cell is left empty with a warning. */
const refuses = (code: string): RuleEntry => ({ ...rejects(code), whenOptional: 'W' })

/** What the reading of a file itself says of a row or a cell: `docs/domain/files.md`, `docs/domain/identifiers.md`. */
export const READING_RULES: readonly RuleEntry[] = [
  rejects('row-quote'),
  rejects('row-column-count'),
  rejects('row-duplicate'),
  rejects('cell-missing'),
  refuses('cell-number'),
  refuses('cell-hours'),
  refuses('cell-ambiguous-number'),
  rejects('cell-scientific'),
  refuses('cell-range'),
  refuses('cell-date'),
  refuses('cell-time'),
  refuses('cell-boolean'),
  refuses('cell-value'),
  refuses('cell-postcode'),
  refuses('cell-nis-code'),
  refuses('cell-enterprise-number'),
  refuses('cell-sha256'),
  refuses('cell-too-long'),
  refuses('cell-formula-error'),
  rejects('cell-niss-length'),
  rejects('cell-niss-checksum'),
  rejects('cell-niss-month'),
  { ...rejects('cell-niss-padded'), severity: 'W' },
]
