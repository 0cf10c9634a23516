import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '#domain/listing/parse-csv.ts'

const cellsOf = (text: string): string[][] => parseCsv(text).records.map(({ cells }) => cells)

describe('parseCsv', () => {
  it.each([';', ',', '\t'])('votes for the separator of the header: %j', (separator) => {
    const table = parseCsv(`a${separator}b${separator}c\n1${separator}2${separator}3`)
    expect(table.separator).toBe(separator)
    expect(table.records[0]?.cells).toEqual(['1', '2', '3'])
  })

  it('honours sep= with any single character', () => {
    const table = parseCsv('sep=|\r\na|b\r\n1|2')
    expect(table).toMatchObject({ separator: '|', header: { line: 2, cells: ['a', 'b'] } })
    expect(table.records[0]).toMatchObject({ line: 3, cells: ['1', '2'] })
  })

  it('keeps a separator, doubled quotes and line ends inside quotes', () => {
    expect(cellsOf('a;b\n"x;y";"dit ""oui"""\n')).toEqual([['x;y', 'dit "oui"']])
    expect(cellsOf('a;b\n"x\ny";z')).toEqual([['x\ny', 'z']])
  })

  it('counts the lines of the file, also behind a cell of several lines', () => {
    const lines = parseCsv('a;b\r\n"1\r\n2\r\n3";x\r\n\r\n4;y').records.map(({ line }) => line)
    expect(lines).toEqual([2, 6])
  })

  it.each(['\r\n', '\n', '\r'])('reads line ends %j', (end) => {
    expect(cellsOf(['a;b', '1;2', '3;4'].join(end))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('takes a quote in the middle of a cell as it is', () => {
    expect(cellsOf('a;b\nécran 24";x')).toEqual([['écran 24"', 'x']])
  })

  it('gives a quote that is never closed as a broken record, and goes on after it', () => {
    const table = parseCsv('a;b\n"1;2\n3;4\n')
    expect(table.records.map(({ line, broken }) => [line, broken])).toEqual([
      [2, true],
      [3, false],
    ])
  })

  it('leaves out empty lines and says which lines are totals', () => {
    const table = parseCsv('a;b\n1;2\n;\n\nTOTAL;2\n')
    expect(table.records).toHaveLength(1)
    expect(table.totalLines).toEqual([5])
  })

  it('gives back every cell that was written', () => {
    const cell = fc.string({ minLength: 1 }).map((text) => `x${text.replaceAll('\0', '').trim()}`)
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(rows, (written) => {
        const text = ['a;b', ...written.map((row) => row.map(quote).join(';'))].join('\r\n')
        expect(cellsOf(text)).toEqual(written.map((row) => row.map((one) => one.replace(/\r\n?/g, '\n'))))
      }),
    )
  })
})
