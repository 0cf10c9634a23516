import { columnsOf } from '#domain/listing/columns.ts'
import type { Cell, ListingRow } from '#domain/listing/listing.ts'
import { buildRowIndex, type RowIndex } from '#domain/listing/row-index.ts'
import { EVERYTHING, sumColumn, viewRows, type ViewQuery } from '#domain/listing/row-view.ts'
import { viewColumn } from '#renderer/features/listings/queries/view-column.ts'
import { limited, median, told, type Measure } from '#test/bench/measure.ts'

const ROWS = 200_000
const REPEATS = 7

/** What is asked of the listing: one word of it answers nothing, one nearly everything. */
const QUESTIONS: Readonly<Record<string, Partial<ViewQuery>>> = {
  'filter one column': { filters: { type: { kind: 'among', values: ['COLLECTIF'] } } },
  'filter by a text': { filters: { label: { kind: 'contains', text: 'énergie' } } },
  'filter by a period': { filters: { date: { kind: 'range', from: '2025-03-01', to: '2025-03-31' } } },
  'search two words': { search: 'atelier 12/03' },
  'sort by two columns': {
    sort: [
      { column: 'date', descending: true },
      { column: 'activityId', descending: false },
    ],
  },
}

/** A listing of 200,000 activities: making its index in steps, and every question asked of it. */
export function benchWideListing(): Measure[] {
  const placed = columnsOf('activities').map((column, at) => ({ ...column, at }))
  const started = performance.now()
  let longest = 0
  const work = buildRowIndex(placed.map(viewColumn), rowsOf(placed.map(({ id }) => id)))
  let step = { done: false } as IteratorResult<void, RowIndex>
  while (!step.done) {
    const from = performance.now()
    step = work.next()
    longest = Math.max(longest, performance.now() - from)
  }
  const index = step.value
  const built = performance.now() - started
  const asked = Object.entries(QUESTIONS).map(([name, query]) =>
    limited(
      `200,000 rows: ${name}`,
      timed(() => viewRows(index, { ...EVERYTHING, ...query })),
      100,
    ),
  )
  const all = viewRows(index, EVERYTHING)
  return [
    told('200,000 rows: make the index', built, 'ms'),
    limited('200,000 rows: longest step of the index', longest, 50),
    ...asked,
    limited(
      '200,000 rows: sum of a column',
      timed(() => sumColumn(index, 'hours', all)),
      100,
    ),
  ]
}

function timed(work: () => unknown): number {
  const times = Array.from({ length: REPEATS }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return median(times)
}

const LABELS = ['Atelier CV', 'Simulation d’entretien', 'Énergie et budget', 'Table de conversation']

function rowsOf(columns: readonly string[]): ListingRow[] {
  return Array.from({ length: ROWS }, (_, no) => {
    const day = `2025-${String(1 + (no % 12)).padStart(2, '0')}-${String(1 + (no % 28)).padStart(2, '0')}`
    const cells: Record<string, Cell> = {
      ...{ activityId: `A-${no}`, agreementNo: 'ARAE-2025-014', technicalRef: `RAE-${no % 40}` },
      ...{ label: `${LABELS[no % 4] ?? ''} ${no % 500}`, type: no % 3 === 0 ? 'INDIVIDUEL' : 'COLLECTIF' },
      ...{ siteCode: `S${no % 9}`, date: day, startTime: '09:00', endTime: '12:00', hours: 3 + (no % 4) / 4 },
      ...{
        counsellorId: `R-${no % 300}`,
        capacity: 12,
        registered: no % 13,
        present: no % 12,
        language: 'fr',
      },
    }
    return { line: no + 2, cells: columns.map((id) => cells[id] ?? null), marks: [] }
  })
}
