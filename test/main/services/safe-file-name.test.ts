import fc from 'fast-check'
import path from 'node:path'
import { expect, it } from 'vitest'
import { safeFileName } from '#main/services/safe-file-name.ts'

it.each([
  ['ARAE-2025-014 activités.csv', 'ARAE-2025-014 activités.csv'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\Windows\\x.xlsx', 'C--Windows-x.xlsx'],
  ['conv/2025.csv', 'conv-2025.csv'],
  ['.bashrc', 'bashrc'],
  ['nul.csv', 'nul-.csv'],
  ['rows.csv. ', 'rows.csv'],
  ['rows‮vsc.exe', 'rows-vsc.exe'],
  ['line\nbreak.csv', 'line-break.csv'],
  ['', 'constat'],
  ['...', 'constat'],
])('makes of %j the file %j', (suggested, safe) => {
  expect(safeFileName(suggested)).toBe(safe)
})

it('keeps the ending of a long name', () => {
  expect(safeFileName(`${'a'.repeat(300)}.xlsx`)).toBe(`${'a'.repeat(115)}.xlsx`)
})

it('never leaves the folder, whatever is suggested', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (suggested) => {
      const name = safeFileName(suggested)
      expect(path.dirname(path.resolve('/chosen', name))).toBe('/chosen')
      expect(path.win32.basename(name)).toBe(name)
      expect(name).not.toMatch(/^\.|[\p{Cc}<>:"|?*]/u)
    }),
  )
})
