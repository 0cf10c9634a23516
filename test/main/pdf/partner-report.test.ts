import fs from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { SECTION_CODES } from '#domain/convention/sections.ts'
import { Convention } from '#domain/convention/convention.ts'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import { COLUMNS } from '#domain/listing/column-list.ts'
import type { Column } from '#domain/listing/column.ts'
import { buildReport } from '#domain/report/build-report.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { PARAMETER_UNITS } from '#domain/settlement/used-parameters.ts'
import { recordSchemas } from '#domain/sync/records.ts'
import { layoutReport } from '#main/pdf/layout-report.ts'
import { judge, judgeFolder, put } from '#test/main/judges.ts'
import { valueOf } from '#test/main/numbers-sample.ts'
import { richInput, RICH_REPORTS } from '#test/main/pdf/rich-report.ts'
import { inspection, reportInput } from '#test/main/report-sample.ts'
import { signedByHand } from '#test/main/signing/signed-sample.ts'

const catalog = (language: string, area: string): Catalog =>
  JSON.parse(fs.readFileSync(`resources/locales/${language}/${area}.json`, 'utf8')) as Catalog
const codesOf = (area: string) => Object.keys(catalog('en', area)['errors'] ?? {})
const CODES = { sampling: codesOf('sampling'), settlement: codesOf('settlement') }

/** English is read on screens only; its words are judged all the same. */
function richReport(language: 'fr' | 'nl' | 'en', at: number): ReportModel {
  const rich = richInput(at, CODES)
  const given = { ...inspection, ...rich.inspection, language: language === 'en' ? 'fr' : language }
  return buildReport({
    ...reportInput(rich),
    inspection: given,
    print: catalog(language, 'print'),
    areas: { settlement: catalog(language, 'settlement') },
  })
}

/** Every string that a schema lists, at any depth. */
function listedIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { enum: values, const: only } = schema as { enum?: unknown[]; const?: unknown }
  const here = [...(values ?? []), only].filter((value) => typeof value === 'string')
  return [...here, ...Object.values(schema).flatMap(listedIn)]
}

/** Codes of ours: capitals with or without joints. Shorter ones, and words in lower case, are words. */
const isCode = (value: string) => /^[A-Z][A-Z0-9_]{2,}$/.test(value)
/** What partners call so themselves. */
const OFFICIAL = new Set<string>(['ACS', 'EXIF', ...SECTION_CODES])

const columns = Object.values(COLUMNS).flat() as readonly Column[]
const enumValues = new Set(
  [
    ...listedIn([recordSchemas, Convention]),
    ...columns.flatMap(({ values }) => Object.keys(values ?? {})),
    ...['COMMITMENT', 'APPROVAL', 'REPORT_PROCESSED', 'DOCUMENTS_ACCEPTED', 'ACCEPTANCE'],
  ].filter((value) => isCode(value) && !OFFICIAL.has(value)),
)

const AREAS = fs.readdirSync('resources/locales/en').map((file) => file.replace('.json', ''))
function keysOf(words: Catalog, above = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? `${above}${key}` : keysOf(value, `${above}${key}.`),
  )
}
/** Keys of texts, as a text that is missing shows. */
const textKeys = new Set(
  AREAS.flatMap((area) =>
    keysOf(catalog('en', area)).flatMap((key) => [key, `${area}.${key.replace('errors.', '')}`]),
  ),
)

const columnIds = new Set(columns.map(({ id }) => id).filter((id) => /[a-z][A-Z]/.test(id)))
const parameters = new Set(Object.keys(PARAMETER_UNITS).filter((name) => name.includes('-')))

/** What in a text a partner could not know. */
function strangeWords(text: string): string[] {
  const plain = text.replaceAll('\u200b', '')
  const words = plain.match(/(?<![\w.-])[A-Za-z][\w.-]*(?![\w-])/g) ?? []
  return [...new Set(words.map((word) => word.replace(/[.-]+$/, '')))].filter(
    (word) =>
      enumValues.has(word) ||
      (word.includes('.') && textKeys.has(word)) ||
      columnIds.has(word) ||
      parameters.has(word) ||
      CODES.sampling.includes(word) ||
      (word.includes('-') && CODES.settlement.includes(word)),
  )
}

/** A sentence of a catalog as a pattern, whatever its values. */
const patternOf = (sentence: string) =>
  new RegExp(
    sentence
      .split(/\{\{\w+\}\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
      .join('.{0,80}?'),
  )

const sentencesOf = (text: string) => text.replace(/\s/g, ' ').split(/(?<=[.;]) /)

/** What the screens say to the inspector, less what the report says to the partner. */
function adviceIn(language: string): RegExp[] {
  const print = catalog(language, 'print')
  const told = new Set(
    (['sampling', 'settlement'] as const).flatMap((area) =>
      CODES[area].flatMap((code) => sentencesOf(translate(print, `told.${area}.${code}`))),
    ),
  )
  const said = (['sampling', 'settlement'] as const).flatMap((area) =>
    CODES[area].flatMap((code) => sentencesOf(translate(catalog(language, area), `errors.${code}`))),
  )
  return [...new Set(said)].filter((sentence) => !told.has(sentence) && sentence.length > 12).map(patternOf)
}

/** The texts of a model, hashes and the technical form left out. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string')
    return /^[0-9a-f-]{36}$|^[0-9a-f]{64}$|^constat-report/.test(value) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

describe.each(['fr', 'nl', 'en'] as const)('a report in %s with everything in it', (language) => {
  it('holds no code, no key of a text and no advice to the inspector', () => {
    const advice = adviceIn(language)
    for (let at = 0; at < RICH_REPORTS; at++) {
      const { reference, ...model } = richReport(language, at)
      const texts = [...new Set(textsOf(model))]
      expect(reference).not.toBe('')
      expect(texts.flatMap(strangeWords)).toEqual([])
      expect(texts.filter((text) => /\{\{|\bundefined\b|\bNaN\b/.test(text))).toEqual([])
      expect(texts.filter((text) => advice.some((pattern) => pattern.test(text)))).toEqual([])
    }
  })
})

describe.each(['fr', 'nl'] as const)('the PDF of it in %s', (language) => {
  let text: string

  beforeAll(async () => {
    const model = richReport(language, 0)
    const signature = { signer: 'Éloïse D’Hondt', signedAt: '2026-11-23T15:04:05.000Z' }
    const { bytes } = valueOf(await layoutReport(model, {}, { acknowledgement: signedByHand, signature }))
    text = judge('pdftotext', '-raw', put(judgeFolder(), `rich-${language}.pdf`, bytes), '-').text
  })

  it('holds no code and no key of a text', () => {
    expect(strangeWords(text)).toEqual([])
    expect(text).not.toMatch(/\{\{|\bundefined\b|\bNaN\b/)
  })

  it('holds no advice to the inspector', () => {
    const joined = text.replaceAll('\u200b', '').replace(/\s+/g, ' ')
    expect(adviceIn(language).filter((pattern) => pattern.test(joined))).toEqual([])
  })

  it('writes no amount of minus nothing', () => {
    expect(text.replace(/\s+/g, ' ')).not.toMatch(/(?<!\w)[-−] ?(?:€ ?)?0(?:,0+)?(?: ?[€%])?(?![\w,.])/)
  })
})

describe('messages about numbers', () => {
  /** Those that only an inspector can act on: never in a report. */
  const FOR_THE_INSPECTOR = [
    'sampling.large-fraction',
    'sampling.few-errors-expected',
    'sampling.below-required-size',
    'sampling.below-visit-minimum',
    'sampling.materiality-high',
    'sampling.ratio-advised',
  ]

  /** Warnings and notices as the code gives them: they can all stand beside printed numbers. */
  function raised(): string[] {
    const files = ['sampling', 'settlement'].flatMap((folder) =>
      fs.readdirSync(`src-domain/${folder}`).map((name) => `src-domain/${folder}/${name}`),
    )
    const pattern = /(?:code: |notice\(|noticeOf\()'((?:sampling|settlement)\.[\w-]+)'/g
    const warnings = files.filter((file) => /warnings|inspection-/.test(file))
    return warnings.flatMap((file) =>
      [...fs.readFileSync(file, 'utf8').matchAll(pattern)].map(([, code = '']) => code),
    )
  }

  it('are each a fact for the partner or a word to the inspector, never both', () => {
    const print = catalog('fr', 'print')
    const isTold = (code: string) => translate(print, `told.${code}`) !== `told.${code}`
    expect(raised().length).toBeGreaterThan(15)
    const lost = raised().filter((code) => isTold(code) === FOR_THE_INSPECTOR.includes(code))
    expect(lost).toEqual([])
  })
})

describe('the sentences of a report', () => {
  const texts = (words: Catalog): string[] =>
    Object.values(words).flatMap((value) => (typeof value === 'string' ? value : texts(value)))

  it.each([
    ['fr', /\{\{(?:count|errors|size|answered|touched)\}\} (?:\p{L}+ )?\p{L}+s (?!et\b)\p{L}/u],
    [
      'nl',
      /\{\{(?:count|errors|size|answered|touched)\}\} (?:\p{L}+ )*(?:lijnen|rijen|punten|onderdelen) \p{L}/u,
    ],
  ] as const)('agree with the number in them, be it one, in %s', (language, plural) => {
    expect(texts(catalog(language, 'print')).filter((text) => plural.test(text))).toEqual([])
  })

  it('put no name after a “de” that it may have to lose', () => {
    const named = /(?:\bde|\bque|\ble) \{\{(?:organisation|partner|name|signer)\}\}/
    expect(texts(catalog('fr', 'print')).filter((text) => named.test(text))).toEqual([])
  })
})

describe('the names that a report gives to stored values', () => {
  it.each(['fr', 'nl', 'en'])('are all there in %s', (language) => {
    const print = catalog(language, 'print')
    const unnamed = columns
      .flatMap(({ type, values }) => (type === 'enum' ? Object.keys(values ?? {}) : []))
      .filter((value) => translate(print, `cell.${value}`) === `cell.${value}`)
    expect(unnamed).toEqual([])
  })
})
