import { describe, expect, it } from 'vitest'
import { LIMITS } from '#domain/table/limits.ts'
import { readSheet } from '#domain/table/read-sheet.ts'
import type { SheetRow } from '#domain/table/sheet-rows.ts'

/** Rows of a sheet, the same cells in each. */
async function* rowsOf(count: number, cells: SheetRow['cells']): AsyncGenerator<SheetRow, void, undefined> {
  for (let line = 1; line <= count; line++) yield await Promise.resolve({ line, cells })
}

describe('readSheet', () => {
  it('goes on where it stopped, and passes over rows without anything', async () => {
    const reading = readSheet(rowsOf(5, ['a', 1]))
    expect(await reading.upTo(2)).toMatchObject({ value: [{ line: 1, text: 'a;1' }, { line: 2 }] })
    expect(await reading.upTo(Infinity)).toMatchObject({ value: { length: 5 } })
    expect(await readSheet(rowsOf(5, [])).upTo(Infinity)).toEqual({ ok: true, value: [] })
  })

  it('refuses more cells than it keeps in memory, and says the limit', async () => {
    const width = LIMITS.columns
    const reading = readSheet(rowsOf(LIMITS.cells / width + 1, Array<string>(width).fill('x')))
    expect(await reading.upTo(Infinity)).toEqual({
      ok: false,
      error: { code: 'import.too-many-cells', details: { max: LIMITS.cells } },
    })
  })
})
