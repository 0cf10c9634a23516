import type { Convention } from '#domain/convention/convention.ts'
import { fieldsOf, KEY_COLUMNS, rowLabel, type Fields } from '#domain/listing/columns.ts'
import { cross, type Crossings } from '#domain/listing/judge/crossings.ts'
import {
  createRegister,
  JUDGING_ORDER,
  type Register,
  type RowsByKey,
} from '#domain/listing/judge/register.ts'
import { lackedBy, markOf, type Check, type Rule } from '#domain/listing/judge/rule.ts'
import { CHECKS, GATES } from '#domain/listing/judge/rule-book.ts'
import type { ListingName, ListingRow, RejectedRow, RuleMark } from '#domain/listing/listing.ts'
import type { DraftRow } from '#domain/listing/read-rows.ts'

/** A listing that was read before and only serves to look rows up. */
export interface LoadedListing {
  readonly listing: ListingName
  readonly rows: readonly ListingRow[]
}

/** A listing being judged: rows move to `rejected`, or gather marks. */
export interface ListingDraft {
  readonly listing: ListingName
  rows: DraftRow[]
  readonly rejected: RejectedRow[]
  /** Columns that its file does not have. */
  readonly absent: readonly string[]
}

/** Rows between two reports of progress. */
export const ROWS_PER_STEP = 2000

/**
 * Judges listings together: first what rejects rows, listing by listing, then what is suspicious in the rest.
 * Changes the drafts. Yields the number of rows done since the last yield; each row counts twice.
 */
export function* judgeListings(
  drafts: readonly ListingDraft[],
  loaded: readonly LoadedListing[],
  convention: Convention,
): Generator<number, void, void> {
  const rows: Partial<Record<ListingName, ReadonlyMap<string, unknown>>> = {}
  const register = createRegister(convention, rows as Register['rows'])
  for (const listing of JUDGING_ORDER) {
    const draft = drafts.find((one) => one.listing === listing)
    const before = loaded.find((one) => one.listing === listing)
    if (draft) rows[listing] = yield* admitRows(listing, draft, register)
    else if (before) rows[listing] = rowsByKey(listing, before.rows)
  }
  const known = { ...register, ...cross(register) }
  for (const draft of drafts) yield* checkRows(draft.listing, draft, known)
}

const rowsByKey = <L extends ListingName>(listing: L, rows: readonly ListingRow[]): RowsByKey<L> =>
  new Map(rows.map(({ cells }) => [rowLabel(listing, cells), fieldsOf(listing, cells)]))

/** Lets in what no gate stops; of rows with one key the first that passes. */
function* admitRows<L extends ListingName>(
  listing: L,
  draft: ListingDraft,
  register: Register,
): Generator<number, RowsByKey<L>, void> {
  const admitted = new Map<string, Fields<L>>()
  const kept: DraftRow[] = []
  const lineOf = lineFinder(listing, kept)
  for (const [at, row] of draft.rows.entries()) {
    const key = rowLabel(listing, row.cells)
    const fields = row.fields as Fields<L>
    const reasons = marksOf(GATES[listing], fields, register)
    if (admitted.has(key)) reasons.unshift(duplicateMark(listing, key, lineOf(key)))
    if (reasons.length > 0) draft.rejected.push({ line: row.line, text: row.text, reasons })
    else {
      kept.push(row)
      admitted.set(key, fields)
    }
    if (at % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield ROWS_PER_STEP
  }
  yield draft.rows.length % ROWS_PER_STEP
  draft.rows = kept
  return admitted
}

/** Finds the line of a kept row; duplicates are rare, so lines are only looked up once there is one. */
function lineFinder(listing: ListingName, kept: readonly DraftRow[]): (key: string) => number {
  const lines = new Map<string, number>()
  let seen = 0
  return (key) => {
    for (; seen < kept.length; seen++) {
      const row = kept[seen]
      if (row) lines.set(rowLabel(listing, row.cells), row.line)
    }
    return lines.get(key) ?? 0
  }
}

const duplicateMark = (listing: ListingName, key: string, first: number): RuleMark => ({
  rule: 'row-duplicate',
  severity: 'E',
  columns: [...KEY_COLUMNS[listing]],
  details: { key, first },
})

/** Some rows at a time, rule by rule: one rule over many rows is faster than many rules over one. */
function* checkRows(
  listing: ListingName,
  { rows, absent }: ListingDraft,
  known: Register & Crossings,
): Generator<number, void, void> {
  const rules: readonly Check<ListingName>[] = CHECKS[listing].filter(
    (rule) => lackedBy(rule, absent).length === 0,
  )
  for (let at = 0; at < rows.length; at += ROWS_PER_STEP) {
    const step = rows.slice(at, at + ROWS_PER_STEP)
    for (const rule of rules) checkRule(rule, step, known)
    yield step.length
  }
}

interface Checked<L extends ListingName> {
  readonly fields: Fields<L>
  readonly marks: RuleMark[]
}

/** Marks the rows that break a rule. */
function checkRule<L extends ListingName, K>(rule: Rule<L, K>, rows: readonly Checked<L>[], known: K): void {
  for (const { fields, marks } of rows) markBreach(rule, fields, known, marks)
}

/** The marks of every rule a row breaks. */
function marksOf<L extends ListingName, K>(
  rules: readonly Rule<L, K>[],
  fields: Fields<L>,
  known: K,
): RuleMark[] {
  const marks: RuleMark[] = []
  for (const rule of rules) markBreach(rule, fields, known, marks)
  return marks
}

function markBreach<L extends ListingName, K>(
  rule: Rule<L, K>,
  fields: Fields<L>,
  known: K,
  marks: RuleMark[],
): void {
  const details = rule.breach(fields, known)
  if (details) marks.push(markOf(rule, details))
}
