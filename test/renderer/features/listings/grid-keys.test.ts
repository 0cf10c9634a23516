import { beforeEach, describe, expect, it } from 'vitest'
import { EVERYTHING } from '#domain/listing/row-view.ts'
import {
  changeLook,
  FIRST_LOOK,
  useListingsView,
  type Look,
} from '#renderer/features/listings/state/listings-view.ts'
import { actOnGridKey } from '#renderer/features/listings/ui/grid-keys.ts'
import { MARGIN, type GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'

const KEY = 'inspection/activities/hash'
const column = (id: string, index: number): GridColumn => ({
  id,
  index,
  title: id,
  width: 100,
  left: index * 100,
  frozen: index === 0,
  figure: false,
  code: false,
  format: String,
  ...(id === MARGIN ? {} : { source: { id, type: 'text', required: false, fr: id, nl: id, at: index } }),
})
const columns = [MARGIN, 'label', 'date'].map(column)
/** The grid shows four rows of the listing, in another order than the file's. */
const view = Int32Array.of(7, 3, 9, 1)
const asked: (string | null)[] = []

const look = (): Look => useListingsView.getState().looks[KEY] ?? FIRST_LOOK
const press = (key: string, held: { shiftKey?: boolean; ctrlKey?: boolean; altKey?: boolean } = {}) =>
  actOnGridKey(
    {
      ...{ key, code: '', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held },
      getModifierState: () => false,
    },
    { key: KEY, view, look: look(), columns, page: 2, onFilter: (id) => asked.push(id) },
  )

beforeEach(() => {
  changeLook(KEY, FIRST_LOOK)
  asked.length = 0
})

describe('the keyboard of the grid', () => {
  it('moves the cursor and stops at the edges', () => {
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) press(key)
    expect(look().cursor).toEqual({ row: 1, column: 2 })
    press('End', { ctrlKey: true })
    expect(look().cursor).toEqual({ row: 3, column: 2 })
    press('PageDown')
    expect(look().cursor.row).toBe(3)
    press('PageUp')
    expect(look().cursor.row).toBe(1)
    press('PageUp')
    expect(look().cursor.row).toBe(0)
    press('Home')
    expect(look().cursor).toEqual({ row: 0, column: 0 })
  })

  it('reaches the header with the up arrow only', () => {
    press('PageUp')
    expect(look().cursor.row).toBe(0)
    press('ArrowUp')
    expect(look().cursor.row).toBe(-1)
  })

  it('selects the row of the listing that stands at the cursor, and again no longer', () => {
    press('ArrowDown')
    press(' ')
    expect([...look().selected]).toEqual([3])
    press(' ')
    expect(look().selected.size).toBe(0)
  })

  it('selects what it passes over while Shift is held', () => {
    press('ArrowDown', { shiftKey: true })
    press('ArrowDown', { shiftKey: true })
    expect([...look().selected].sort((a, b) => a - b)).toEqual([3, 7, 9])
  })

  it('opens a row with Enter and closes it with Escape', () => {
    press('Enter')
    expect(look().openRow).toBe(7)
    press('Escape')
    expect(look().openRow).toBeNull()
    expect(press('Escape')).toBe(false)
  })

  it('sorts from the header: up, down, not at all; Shift adds a further column', () => {
    press('ArrowUp')
    press('ArrowRight')
    press('Enter')
    press('Enter')
    expect(look().query.sort).toEqual([{ column: 'label', descending: true }])
    press('ArrowRight')
    press('Enter', { shiftKey: true })
    expect(look().query.sort).toEqual([
      { column: 'label', descending: true },
      { column: 'date', descending: false },
    ])
    press('ArrowLeft')
    press('Enter', { shiftKey: true })
    expect(look().query.sort).toEqual([{ column: 'date', descending: false }])
  })

  it('asks for the filter of a column with Alt and the down arrow, and leaves other keys alone', () => {
    press('ArrowUp')
    expect(press('ArrowDown', { altKey: true })).toBe(false)
    press('ArrowRight')
    expect(press('ArrowDown', { altKey: true })).toBe(true)
    expect(asked).toEqual(['label'])
    expect(press('F5')).toBe(false)
    expect(look().query).toBe(EVERYTHING)
  })
})
