import { parseArgs } from 'node:util'
import { parseConventionFile } from '#domain/convention/parse-convention-file.ts'
import type { Convention } from '#domain/convention/convention.ts'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import { importListings, type ImportedListing, type ListingFile } from '#domain/listing/import-listings.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import { err, ok, type Result } from '#domain/result.ts'
import en from '#resources/locales/en/check.json'
import fr from '#resources/locales/fr/check.json'
import nl from '#resources/locales/nl/check.json'
import { markDoubleClaims, readPackage } from '#scripts/check-listing/packages.ts'
import { printJudgement, printRefusal, type Language } from '#scripts/check-listing/print.ts'
import { readFile } from '#scripts/check-listing/read-file.ts'

/** What the shell is told. */
const EXIT = { accepted: 0, rejected: 1, refused: 2 } as const
const usages: Record<Language, Catalog> = { fr, nl, en }

interface Question {
  readonly convention: string
  readonly listing: ListingName
  readonly file: string
  readonly with: readonly (readonly [ListingName, string])[]
  readonly packages: readonly string[]
  readonly language: Language
}

/** What the command says and how it ends. */
export interface Answer {
  readonly exit: number
  /** For the standard output: one JSON object, or the help. */
  readonly out?: string
  /** For the standard error: how the command is used. */
  readonly error?: string
}

/** Judges one listing as an import in the app would. The answer is one JSON object, also of a refusal. */
export async function checkListing(args: readonly string[]): Promise<Answer> {
  const question = readArguments(args)
  if (question === 'help') return { exit: EXIT.accepted, out: usage() }
  if (!question) return { exit: EXIT.refused, error: usage() }
  const judged = await judge(question)
  const { language } = question
  const answer = judged.ok ? printJudgement(judged.value, language) : printRefusal(judged.error, language)
  return { exit: exitOf(judged), out: JSON.stringify(answer, null, 2) }
}

function exitOf(judged: Result<ImportedListing>): number {
  if (!judged.ok) return EXIT.refused
  return judged.value.rejected.length > 0 ? EXIT.rejected : EXIT.accepted
}

const usage = (): string =>
  Object.values(usages)
    .map((catalog) => translate(catalog, 'usage', { names: LISTING_NAMES.join(', ') }))
    .join('\n\n')

const OPTIONS = {
  convention: { type: 'string' },
  listing: { type: 'string' },
  with: { type: 'string', multiple: true },
  package: { type: 'string', multiple: true },
  language: { type: 'string', default: 'fr' },
  help: { type: 'boolean', default: false },
} as const

function readArguments(args: readonly string[]): Question | 'help' | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    if (values.help) return 'help'
    const { convention, listing, language } = values
    const [file, more] = positionals
    const others = (values.with ?? []).map(readPair)
    if (convention === undefined || file === undefined || more !== undefined) return undefined
    if (!isListing(listing) || !isLanguage(language) || !others.every((one) => one !== null)) return undefined
    return { convention, listing, file, with: others, packages: values.package ?? [], language }
  } catch {
    // an unknown option: the usage says which ones there are
    return undefined
  }
}

/** `participants=people.csv` */
function readPair(text: string): readonly [ListingName, string] | null {
  const [listing = '', ...file] = text.split('=')
  return isListing(listing) && file.length > 0 ? [listing, file.join('=')] : null
}

const isListing = (name: string | undefined): name is ListingName =>
  LISTING_NAMES.some((known) => known === name)
const isLanguage = (name: string): name is Language => name in usages

async function judge(question: Question): Promise<Result<ImportedListing>> {
  const convention = await readConvention(question.convention)
  if (!convention.ok) return convention
  const files = await readListings(question)
  if (!files.ok) return files
  const imported = await importListings(files.value, convention.value)
  if (!imported.ok) return imported
  const others = []
  for (const place of question.packages) {
    const other = await readPackage(place, convention.value)
    if (!other.ok) return other
    others.push(other.value)
  }
  const marked = markDoubleClaims(imported.value, convention.value, others)
  const own = marked.find(({ listing }) => listing === question.listing)
  return own ? ok(own) : err('import.listing-unknown', { fileName: question.file })
}

async function readConvention(file: string): Promise<Result<Convention>> {
  const bytes = await readFile(file)
  if (!bytes.ok) return bytes
  const parsed = await parseConventionFile(bytes.value, file)
  return parsed.ok ? ok(parsed.value.convention) : parsed
}

async function readListings(question: Question): Promise<Result<ListingFile[]>> {
  const files: ListingFile[] = []
  for (const [listing, fileName] of [[question.listing, question.file] as const, ...question.with]) {
    const bytes = await readFile(fileName)
    if (!bytes.ok) return bytes
    files.push({ listing, fileName, bytes: bytes.value })
  }
  return ok(files)
}
