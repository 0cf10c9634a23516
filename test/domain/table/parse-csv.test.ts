import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '#domain/table/limits.ts'
import { openCsv, readCsv } from '#domain/table/parse-csv.ts'
import { tableOf, type Table } from '#domain/table/table.ts'

/** The table of a text whose first record is the header. */
function parse(text: string, separator = ';'): Table {
  const records = readCsv(openCsv(text), separator)
  if (!records.ok) throw new Error(records.error.code)
  return tableOf(records.value, { at: 0, height: 1 }, { separator, sheet: null })
}
const cellsOf = (text: string) => parse(text).records.map(({ cells }) => cells)
const refusal = (text: string) => {
  const records = readCsv(openCsv(text), ';')
  return records.ok ? null : records.error
}

describe('openCsv', () => {
  it('hears sep= with any single character', () => {
    const csv = openCsv('\r\nsep=|\r\na|b\r\n1|2')
    expect(csv).toMatchObject({ told: '|', firstLine: 3 })
    expect(readCsv(csv, '|')).toMatchObject({ value: [{ line: 3, cells: ['a', 'b'] }, { line: 4 }] })
  })
})

describe('readCsv', () => {
  it('keeps a separator, doubled quotes and line ends inside quotes', () => {
    expect(cellsOf('a;b\n"x;y";"dit ""oui"""\n')).toEqual([['x;y', 'dit "oui"']])
    expect(cellsOf('a;b\n"x\ny";z')).toEqual([['x\ny', 'z']])
  })

  it('counts the lines of the file, also behind a cell of several lines', () => {
    const lines = parse('a;b\r\n"1\r\n2\r\n3";x\r\n\r\n4;y').records.map(({ line }) => line)
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
    const table = parse('a;b\n"1;2\n3;4\n')
    expect(table.records.map(({ line, broken }) => [line, broken])).toEqual([
      [2, true],
      [3, false],
    ])
  })

  it('does not take half a file for one cell when a quote was forgotten', () => {
    const lines = Array.from({ length: 60 }, (_, at) => `${at};x`)
    const table = parse(['a;b', '"forgotten;x', ...lines, 'a"b;y'].join('\n'))
    expect(table.records.filter(({ broken }) => broken).map(({ line }) => line)).toEqual([2])
    expect(table.records).toHaveLength(62)
  })

  it('reads a quarter of a million forgotten quotes as fast as lines', () => {
    const text = `a;b\n${'"x;y\n'.repeat(200_000)}`
    const started = performance.now()
    expect(parse(text).records).toHaveLength(100_000)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it.each(['TOTAL;2', 'Totaal;2', ';Sous-total;2', 'total général;2'])(
    'says that a line is a total: %s',
    (line) => {
      const table = parse(`a;b;c\n1;2;3\n;;\n\n${line}\n`)
      expect(table.records).toHaveLength(1)
      expect(table.totalLines).toEqual([5])
    },
  )

  it('keeps a row whose id only starts like a total', () => {
    expect(cellsOf('a;b\nTOTAL-01;2\nTotalité;3')).toHaveLength(2)
  })

  it('takes as many rows as a listing may have, beside their headers', () => {
    expect(parse('x\n'.repeat(LIMITS.rows + 1)).records).toHaveLength(LIMITS.rows)
  })

  it('refuses more rows or columns than a listing may have, and says the limit', () => {
    expect(refusal('x\n'.repeat(LIMITS.rows + 2))).toEqual({
      code: 'import.too-many-rows',
      details: { max: LIMITS.rows },
    })
    expect(refusal(`a;b\n${Array(16_384).fill('x').join(';')}`)).toEqual({
      code: 'import.too-many-columns',
      details: { line: 2, max: LIMITS.columns },
    })
    expect(refusal('x;'.repeat(30_000))?.code).toBe('import.too-many-columns')
  })

  it('passes over separators behind the last cell', () => {
    expect(parse(`a;b${';'.repeat(16_382)}\n1;2${';'.repeat(16_382)}`).records).toHaveLength(1)
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
