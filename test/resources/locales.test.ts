import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const LANGUAGES = ['fr', 'nl', 'en'] as const
const ROOMS = ['src-domain', 'src-main', 'src-renderer', 'src-central']
const CATALOGS = path.resolve('resources/locales')

type Texts = Record<string, string>

/** `{ a: { b: 'text' } }` → `{ 'a.b': 'text' }`. */
function flatten(value: unknown, prefix = ''): Texts {
  if (typeof value === 'string') return { [prefix.slice(1)]: value }
  const inner = Object.entries(value as object).map(([key, text]) => flatten(text, `${prefix}.${key}`))
  return Object.fromEntries(inner.flatMap((texts) => Object.entries(texts)))
}

const readArea = (language: string, area: string): Texts =>
  flatten(JSON.parse(readFileSync(path.join(CATALOGS, language, `${area}.json`), 'utf8')))

const areasOf = (language: string): string[] =>
  readdirSync(path.join(CATALOGS, language))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
    .sort()

/** `{{count}} {{name}}` → `count name`, in order of the alphabet. */
const valuesOf = (text: string): string =>
  [...new Set(Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name))].sort().join(' ')

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** Every error code that the program can make, and the files that make it. */
function errorCodes(): Map<string, string[]> {
  const codes = new Map<string, string[]>()
  for (const file of ROOMS.flatMap((room) => sources(room))) {
    const text = readFileSync(file, 'utf8')
    for (const [, code = ''] of text.matchAll(
      /(?:\berr\(\s*|\bcode: |new \w+\(\d{3}, )'([a-z]+\.[a-z][a-z0-9-]*)'/g,
    )) {
      codes.set(code, [...(codes.get(code) ?? []), file])
    }
  }
  return codes
}

describe('the catalogs', () => {
  it('have the same areas in every language', () => {
    for (const language of LANGUAGES) expect(areasOf(language)).toEqual(areasOf('fr'))
  })

  it.each(areasOf('fr'))(
    'of %s have the same keys, and the same values in each text, in every language',
    (area) => {
      const french = readArea('fr', area)
      for (const language of LANGUAGES) {
        const texts = readArea(language, area)
        expect(Object.keys(texts).sort()).toEqual(Object.keys(french).sort())
        for (const [key, text] of Object.entries(texts)) {
          expect(text.trim(), `${language} ${area}.${key} is empty`).not.toBe('')
          expect(valuesOf(text), `${language} ${area}.${key}`).toBe(valuesOf(french[key] ?? ''))
        }
      }
    },
  )

  it('do not shout', () => {
    for (const language of LANGUAGES) {
      for (const area of areasOf(language)) {
        for (const [key, text] of Object.entries(readArea(language, area))) {
          expect(text.includes('!'), `${language} ${area}.${key}`).toBe(false)
        }
      }
    }
  })
})

describe('every error code', () => {
  it('has its text in every language', () => {
    const missing = [...errorCodes()].flatMap(([code, files]) => {
      const [area = '', what = ''] = code.split('.')
      return LANGUAGES.filter(
        (language) => !areasOf(language).includes(area) || !(`errors.${what}` in readArea(language, area)),
      ).map((language) => `${language} ${code} (${files[0] ?? ''})`)
    })
    expect(missing).toEqual([])
  })

  it('is found by this test at all', () => {
    expect(errorCodes().size).toBeGreaterThan(40)
  })
})
