import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
const ROOMS = [
  'src-domain',
  'src-main',
  'src-main/bridge',
  'src-renderer',
  'src-central',
  'resources',
  'scripts',
  'test',
]
const CODE = /\.(ts|tsx|mts|mjs|cjs|js|css|sql|html)$/

function listFiles(): string[] {
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return stdout.split('\n').filter((file) => file && existsSync(path.join(ROOT, file)))
}

const linesOf = (file: string): number => readFileSync(path.join(ROOT, file), 'utf8').split('\n').length - 1

/** Where a page may stand that is named as seen from the root, from beside the file, or from the pages of docs. */
const SHELVES = ['.', 'docs', 'docs/domain']

/** The pages of the project that a file names, in a comment or a link, and that do not exist. */
function deadPages(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  const named = [...text.matchAll(/(?<![\w/.<-])((?:\.\.\/)*[\w./-]+\.md)\b/g)].map(([, page = '']) => page)
  const places = [path.dirname(file), ...SHELVES]
  return named.filter((page) => !places.some((place) => existsSync(path.join(ROOT, place, page))))
}

describe('the house', () => {
  it('has no file of code longer than 300 lines', () => {
    const long = listFiles().filter((file) => CODE.test(file) && linesOf(file) > 300)
    expect(long).toEqual([])
  })

  it('has a README of at most 30 lines in every room', () => {
    const wrong = ROOMS.filter((room) => {
      const file = path.join(room, 'README.md')
      return !existsSync(path.join(ROOT, file)) || linesOf(file) > 30
    })
    expect(wrong).toEqual([])
  })

  it('stands alone: nothing reads a folder beside it', () => {
    const outside = ['..', 'shared'].join('/')
    const readers = listFiles().filter(
      (file) => CODE.test(file) && readFileSync(path.join(ROOT, file), 'utf8').includes(outside),
    )
    expect(readers).toEqual([])
  })

  it('cites pages that exist, and pages lead to what exists', () => {
    const told = listFiles().filter((file) => CODE.test(file) || file.endsWith('.md'))
    const dead = told.flatMap((file) => deadPages(file).map((page) => `${file}: ${page}`))
    expect(dead).toEqual([])
  })

  it('lets the import rules find a cycle of types', () => {
    mkdirSync(path.join(ROOT, '.cache'), { recursive: true })
    const folder = mkdtempSync(path.join(ROOT, '.cache/cycle-'))
    writeFileSync(path.join(folder, 'a.ts'), "import type { B } from './b.ts'\nexport type A = B | 1\n")
    writeFileSync(path.join(folder, 'b.ts'), "import type { A } from './a.ts'\nexport type B = A | 2\n")
    const bin = path.join(ROOT, 'node_modules/.bin/depcruise')
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', path.relative(ROOT, folder)]
    const { stdout } = spawnSync(bin, args, { cwd: ROOT, encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } }
    expect(summary.violations.map(({ rule }) => rule.name)).toContain('no-cycles')
  })
})
