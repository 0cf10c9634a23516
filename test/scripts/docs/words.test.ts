import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const ROOMS = ['src-domain', 'src-main', 'src-renderer', 'src-central']

/** The identifiers in the last column of the tables. */
function identifiersOf(page: string): string[] {
  const lastCells = page
    .split('\n')
    .flatMap((line) => (line.startsWith('|') ? (line.split('|').at(-2) ?? '') : []))
  const named = lastCells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
  return [...new Set(named.flatMap((name) => name.split('.')))]
}

it('the page of words names only identifiers that exist', () => {
  const files = execFileSync('git', ['ls-files', ...ROOMS], { encoding: 'utf8' })
    .trim()
    .split('\n')
  const code = new Set(files.flatMap((file) => readFileSync(file, 'utf8').match(/\w+/g) ?? []))
  const identifiers = identifiersOf(readFileSync('docs/domain/words.md', 'utf8'))
  expect(identifiers.length).toBeGreaterThan(50)
  expect(identifiers.filter((name) => !code.has(name))).toEqual([])
})
