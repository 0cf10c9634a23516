import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { Value } from 'typebox/value'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import { err, ok, type Details, type Result } from '#domain/result.ts'
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

/** Reads a record; error `sampling.record-unreadable` with the first place that is wrong. */
function readRecord(file: string): Result<SampleRecord> {
  try {
    const value = JSON.parse(fs.readFileSync(file, 'utf8').replace(/^\ufeff/, '')) as unknown
    const [first] = Value.Errors(SampleRecord, value)
    if (!first) return ok(value as SampleRecord)
    return err('sampling.record-unreadable', { file, path: first.instancePath || '/' })
  } catch {
    return err('sampling.record-unreadable', { file, path: '-' })
  }
}

function tell(record: SampleRecord, { identical, lines, differences }: Redraw, text: Text): void {
  const { count, hash } = record.population
  const { seed, method } = record.definition
  console.log(text('redraw.population', { count, hash }))
  if (identical) console.log(text('redraw.identical', { lines, seed, method }))
  else console.log(text('redraw.different', { count: differences.length }))
  for (const { id, recorded, redrawn } of differences.slice(0, MOST_TOLD))
    console.log(`  ${text('redraw.difference', { id, recorded: recorded ?? '–', redrawn: redrawn ?? '–' })}`)
}

function main(): number {
  const asked = readArguments()
  if (!asked) return EXIT.unreadable
  const record = readRecord(asked.file)
  const redraw = record.ok ? redrawSample(record.value) : record
  if (record.ok && redraw.ok) {
    tell(record.value, redraw.value, asked.text)
    return redraw.value.identical ? EXIT.identical : EXIT.different
  }
  const failure = record.ok ? redraw : record
  if (!failure.ok)
    console.error(asked.text(`errors.${failure.error.code.replace('sampling.', '')}`, failure.error.details))
  return EXIT.unreadable
}

process.exitCode = main()
