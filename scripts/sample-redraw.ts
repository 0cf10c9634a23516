import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { Value } from 'typebox/value'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import { err, ok, type AppError, type Details, type Result } from '#domain/result.ts'
import { redrawSample, type Redraw } from '#domain/sampling/redraw-sample.ts'
import { SampleRecord } from '#domain/sampling/sample-record.ts'
import en from '#resources/locales/en/sampling.json'
import fr from '#resources/locales/fr/sampling.json'
import nl from '#resources/locales/nl/sampling.json'

const catalogs: Readonly<Record<string, Catalog>> = { fr, nl, en }
/** What the shell is told. */
const EXIT = { identical: 0, different: 1, unreadable: 2 } as const
/** Differences told one by one. */
const MOST_TOLD = 20

type Text = (key: string, values?: Details) => string

function readArguments(): { file: string; text: Text } | undefined {
  const options = { lang: { type: 'string', default: 'fr' } } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const catalog = catalogs[values.lang]
    const [file] = positionals
    if (file !== undefined && catalog)
      return { file, text: (key, details) => translate(catalog, key, details) }
  } catch {
    // an unknown option: the usage says which ones there are
  }
  for (const catalog of Object.values(catalogs)) console.error(translate(catalog, 'redraw.usage'))
  return undefined
}

/** Reads a file; error `sampling.record-unreadable` when it is no sample at all. */
function readFile(file: string): Result<object> {
  try {
    const value = JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '')) as unknown
    const isSample = typeof value === 'object' && value !== null && 'format' in value
    if (isSample && value.format === 'constat-sample') return ok(value)
  } catch {
    // not JSON, or no file: told below
  }
  return err('sampling.record-unreadable', { file, path: '-' })
}

/** Draws again; a sample with a field that is missing or of the wrong kind is not identical to anything. */
function redrawFile(file: string): Result<{ record: SampleRecord; redraw: Redraw } | { path: string }> {
  const read = readFile(file)
  if (!read.ok) return read
  const [first] = Value.Errors(SampleRecord, read.value)
  if (first) return ok({ path: first.instancePath || '/' })
  const record = read.value as SampleRecord
  const redraw = redrawSample(record)
  return redraw.ok ? ok({ record, redraw: redraw.value }) : redraw
}

const errorText = ({ code, details }: AppError, text: Text): string =>
  text(`errors.${code.replace('sampling.', '')}`, details)

function tell(record: SampleRecord, { identical, lines, differences, problem }: Redraw, text: Text): void {
  const { count, hash } = record.population
  const { seed, method } = record.definition
  console.log(text('redraw.population', { count, hash }))
  if (identical) console.log(text('redraw.identical', { lines, seed, method }))
  else console.log(text('redraw.different', { count: differences.length }))
  if (problem) console.log(`  ${errorText(problem, text)}`)
  for (const { id, recorded, redrawn } of differences.slice(0, MOST_TOLD))
    console.log(`  ${text('redraw.difference', { id, recorded: recorded ?? '–', redrawn: redrawn ?? '–' })}`)
}

function main(): number {
  const asked = readArguments()
  if (!asked) return EXIT.unreadable
  const { file, text } = asked
  const read = redrawFile(file)
  if (!read.ok) {
    console.error(errorText(read.error, text))
    return EXIT.unreadable
  }
  if ('path' in read.value) {
    console.log(text('redraw.malformed', read.value))
    return EXIT.different
  }
  const { record, redraw } = read.value
  tell(record, redraw, text)
  return redraw.identical ? EXIT.identical : EXIT.different
}

process.exitCode = main()
