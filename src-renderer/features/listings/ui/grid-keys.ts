import { changeLook, type Cursor, type Look } from '#renderer/features/listings/state/listings-view.ts'
import { selectBetween, toggleAll, toggleRow } from '#renderer/features/listings/state/selection.ts'
import { toggleSort } from '#renderer/features/listings/state/sorting.ts'
import { MARGIN, type GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import { pressed, type KeyPress, type Pressed } from '#renderer/ui/keys.ts'

/** What the keyboard of a grid acts on. */
export interface GridContext {
  readonly key: string
  readonly view: Int32Array
  readonly look: Look
  readonly columns: readonly GridColumn[]
  /** Rows that PageUp and PageDown go over. */
  readonly page: number
  readonly onFilter: (column: string) => void
}
/** The keys of the grid: what was asked for is done; says whether the key was one of them. */
export function actOnGridKey(press: KeyPress, context: GridContext): boolean {
  const inHeader = context.look.cursor.row < 0
  const moved = pressed('grid', press)
  if (moved?.act === 'move' || moved?.act === 'extend') return moveCursor(moved, context)
  return inHeader ? actOnHeader(pressed('header', press), context) : actOnRow(moved, context)
}

type Move = Extract<Pressed<'grid'>, { readonly act: 'move' | 'extend' }>

function moveCursor({ act, stroke }: Move, context: GridContext): boolean {
  const { key, view, look } = context
  const cursor = cursorAfter(stroke, context)
  if (act === 'extend') selectBetween(key, view, look.cursor.row, cursor.row)
  changeLook(key, { cursor })
  return true
}

function actOnHeader(asked: Pressed<'header'> | null, context: GridContext): boolean {
  const { key, view, look, columns, onFilter } = context
  const heading = columns[look.cursor.column]
  if (asked === null || heading === undefined) return false
  if (asked.act === 'all' && heading.id === MARGIN) toggleAll(key, view)
  else if (asked.act === 'all' || !heading.source) return false
  else if (asked.act === 'filter') onFilter(heading.id)
  else toggleSort(key, heading.id, asked.act === 'sort-further')
  return true
}

function actOnRow(asked: Pressed<'grid'> | null, { key, view, look }: GridContext): boolean {
  const row = view[look.cursor.row]
  if (asked?.act === 'close' && look.openRow !== null) changeLook(key, { openRow: null })
  else if (row === undefined) return false
  else if (asked?.act === 'select') toggleRow(key, row)
  else if (asked?.act === 'open') changeLook(key, { openRow: row })
  else if (asked?.act === 'all') changeLook(key, { selected: new Set(view) })
  else return false
  return true
}

function cursorAfter(stroke: Move['stroke'], { look, view, columns, page }: GridContext): Cursor {
  const { row, column } = look.cursor
  const lastRow = view.length - 1
  const lastColumn = columns.length - 1
  const to = (nextRow: number, nextColumn = column): Cursor => ({
    row: Math.max(-1, Math.min(nextRow, lastRow)),
    column: Math.max(0, Math.min(nextColumn, lastColumn)),
  })
  switch (stroke) {
    case 'ArrowDown':
    case 'Shift+ArrowDown':
      return to(row + 1)
    case 'ArrowUp':
    case 'Shift+ArrowUp':
      return to(row - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'PageDown':
    case 'Shift+PageDown':
      return to(row + page)
    case 'PageUp':
    case 'Shift+PageUp':
      return to(Math.max(row - page, Math.min(row, 0)))
    case 'Home':
      return to(row, 0)
    case 'End':
      return to(row, lastColumn)
    case 'Ctrl+Home':
    case 'Ctrl+Shift+Home':
      return to(0, 0)
    case 'Ctrl+End':
    case 'Ctrl+Shift+End':
      return to(lastRow, lastColumn)
  }
}
