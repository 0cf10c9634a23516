import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { RECORD_KINDS, recordSchemas } from '#domain/sync/records.ts'
import { isShown } from '#renderer/features/transfers/content-of.ts'

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

/** The word for trying a refused or failed change once more, and the one for returning a report to its inspector. */
const RETRIED = {
  fr: /r[ée]essay/i,
  nl: /opnieuw (te )?prob|probeer.* opnieuw/i,
  en: /\b(try|trying)\b.* again/i,
}
const RETURNED = {
  fr: /renvo[iy]/i,
  nl: /terug(ge| te )?st(uu|u)r|terugzend/i,
  en: /\bsen[dt]\b.* back\b|\breturn(s|ed|ing)?\b/i,
}
/** Where a report that goes back to its inspector is spoken of. */
const OF_RETURN = /return|RETURNED|^review:decide\.reason$|^sync:errors\.(closed|reason-missing)$/

const allTexts = (language: (typeof LANGUAGES)[number]): (readonly [string, string])[] =>
  areasOf(language).flatMap((area) =>
    Object.entries(readArea(language, area)).map(([key, text]) => [`${area}:${key}`, text] as const),
  )

describe.each(LANGUAGES)('trying again and returning to the inspector, in %s,', (language) => {
  it('never share a word', () => {
    const shared = allTexts(language).filter(
      ([, text]) => RETRIED[language].test(text) && RETURNED[language].test(text),
    )
    expect(shared).toEqual([])
    const away = allTexts(language).filter(
      ([key, text]) => RETURNED[language].test(text) && !OF_RETURN.test(key),
    )
    expect(away).toEqual([])
  })

  it('are called by their own word on every button', () => {
    const retries = allTexts(language).filter(([key]) => /[:.]retry$/.test(key))
    expect(retries.length).toBeGreaterThanOrEqual(3)
    expect(retries.filter(([, text]) => !RETRIED[language].test(text))).toEqual([])
    const states = allTexts(language).filter(([key]) => /[.]RETURNED$/.test(key))
    expect(states.filter(([, text]) => !RETURNED[language].test(text))).toEqual([])
  })
})

describe('every record', () => {
  it('has a name for its kind and for each field that a reader sees, in every language', () => {
    const fields = Object.values(recordSchemas).flatMap(({ properties }) => Object.keys(properties))
    const wanted = [
      ...RECORD_KINDS.map((kind) => `status:kind.${kind}`),
      ...new Set(fields.filter(isShown).map((field) => `record:field.${field}`)),
    ]
    for (const language of LANGUAGES) {
      const there = new Set(allTexts(language).map(([key]) => key))
      expect(wanted.filter((key) => !there.has(key))).toEqual([])
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
