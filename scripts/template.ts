import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import en from '#resources/locales/en/template.json'
import fr from '#resources/locales/fr/template.json'
import nl from '#resources/locales/nl/template.json'
import { conventionSchemaText } from '#scripts/template/convention-schema.ts'
import { emptyForms } from '#scripts/template/empty-forms.ts'

const catalogs: Readonly<Record<string, Catalog>> = { fr, nl, en }
const EXIT = { good: 0, failed: 1, misused: 2 } as const
const FOLDER = '.constat/templates'
const SCHEMA_FILE = 'resources/convention.schema.json'

const OPTIONS = {
  help: { type: 'boolean', default: false },
  language: { type: 'string', default: 'fr' },
  schema: { type: 'boolean', default: false },
} as const

/** Writes the empty forms into a folder, or the published JSON Schema into `resources/`. */
async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args)
  if (asked === undefined || asked.help)
    return explain(asked ? console.log : console.error, asked !== undefined)
  const { catalog, folder, schema } = asked
  try {
    const files = schema ? [await writeSchema()] : await writeForms(folder)
    console.log(
      translate(catalog, 'written', {
        count: files.length,
        folder: path.resolve(path.dirname(files[0] ?? '')),
      }),
    )
    for (const file of files) console.log(`  ${path.basename(file)}`)
    return EXIT.good
  } catch (error) {
    console.error(translate(catalog, 'errors.not-written', { folder: schema ? SCHEMA_FILE : folder }))
    console.error(error instanceof Error ? error.message : error)
    return EXIT.failed
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    const catalog = catalogs[values.language]
    if (!catalog || positionals.length > 1) return undefined
    return { catalog, folder: positionals[0] ?? FOLDER, help: values.help, schema: values.schema }
  } catch {
    return undefined // an unknown option: the usage says which ones there are
  }
}

function explain(say: (text: string) => void, asked: boolean): number {
  say(
    Object.values(catalogs)
      .map((catalog) => translate(catalog, 'usage', { folder: FOLDER, schema: SCHEMA_FILE }))
      .join('\n\n'),
  )
  return asked ? EXIT.good : EXIT.misused
}

async function writeForms(folder: string): Promise<string[]> {
  const forms = [...(await emptyForms()), { name: path.basename(SCHEMA_FILE), bytes: conventionSchemaText() }]
  await mkdir(folder, { recursive: true })
  const files = forms.map(({ name, bytes }) => ({ file: path.join(folder, name), bytes }))
  for (const { file, bytes } of files) await writeFile(file, bytes)
  return files.map(({ file }) => file)
}

async function writeSchema(): Promise<string> {
  await writeFile(SCHEMA_FILE, conventionSchemaText())
  return SCHEMA_FILE
}

process.exitCode = await main(process.argv.slice(2))
