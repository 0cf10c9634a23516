import type React from 'react'
import { changeLook, type Cursor, type Look } from '#renderer/features/listings/state/listings-view.ts'
import { selectBetween, toggleAll, toggleRow } from '#renderer/features/listings/state/selection.ts'
import { toggleSort } from '#renderer/features/listings/state/sorting.ts'
import { MARGIN, type GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'

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
type Key = Pick<React.KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey'>

/**
 * The keys of the grid: arrows, PageUp/Down, Home/End (Ctrl: whole grid), Shift with them selects; Space selects,
 * Enter opens, Ctrl+A all, Esc closes; in the header Enter sorts (Shift: further), Alt+Down filters.
 * Says whether the key was one of them.
 */
export function actOnGridKey(event: Key, context: GridContext): boolean {
  const { key, view, look } = context
  const cursor = event.altKey ? undefined : cursorAfter(event, context)
  if (cursor) {
    if (event.shiftKey) selectBetween(key, view, look.cursor.row, cursor.row)
    changeLook(key, { cursor })
    return true
  }
  return look.cursor.row < 0 ? actOnHeader(event, context) : actOnRow(event, context)
}

function actOnHeader(event: Key, { key, view, look, columns, onFilter }: GridContext): boolean {
  const heading = columns[look.cursor.column]
  if (event.key === ' ' && heading?.id === MARGIN) toggleAll(key, view)
  else if (!heading?.source) return false
  else if (event.key === 'Enter') toggleSort(key, heading.id, event.shiftKey)
  else if (event.altKey && event.key === 'ArrowDown') onFilter(heading.id)
  else return false
  return true
}

function actOnRow(event: Key, { key, view, look }: GridContext): boolean {
  const row = view[look.cursor.row]
  if (event.key === 'Escape' && look.openRow !== null) changeLook(key, { openRow: null })
  else if (row === undefined) return false
  else if (event.key === ' ') toggleRow(key, row)
  else if (event.key === 'Enter') changeLook(key, { openRow: row })
  else if (event.ctrlKey && event.key.toLowerCase() === 'a') changeLook(key, { selected: new Set(view) })
  else return false
  return true
}

function cursorAfter(event: Key, { look, view, columns, page }: GridContext): Cursor | undefined {
  const { row, column } = look.cursor
  const lastRow = view.length - 1
  const lastColumn = columns.length - 1
  const to = (nextRow: number, nextColumn = column): Cursor => ({
    row: Math.max(-1, Math.min(nextRow, lastRow)),
    column: Math.max(0, Math.min(nextColumn, lastColumn)),
  })
  switch (event.key) {
    case 'ArrowDown':
      return to(row + 1)
    case 'ArrowUp':
      return to(row - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'PageDown':
      return to(row + page)
    case 'PageUp':
      return to(Math.max(row - page, Math.min(row, 0)))
    case 'Home':
      return event.ctrlKey ? to(0, 0) : to(row, 0)
    case 'End':
      return event.ctrlKey ? to(lastRow, lastColumn) : to(row, lastColumn)
    default:
      return undefined
  }
}
