import { parseArgs } from 'node:util'
import { parseConventionFile } from '#domain/convention/parse-convention-file.ts'
import type { ParsedConvention } from '#domain/convention/parse-convention.ts'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import { importListings, type ImportedListing, type ListingFile } from '#domain/listing/import-listings.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import { isListingName } from '#domain/listing/name-listings.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'
import en from '#resources/locales/en/check.json'
import fr from '#resources/locales/fr/check.json'
import nl from '#resources/locales/nl/check.json'
import { markDoubleClaims, readPackage } from '#scripts/check-listing/packages.ts'
import {
  messageOf,
  printJudgement,
  printRefusal,
  type Language,
  type PrintedJudgement,
  type PrintedRefusal,
} from '#scripts/check-listing/print.ts'
import { printJson } from '#scripts/check-listing/print-json.ts'
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
  /** For the standard output, in pieces: one JSON object, the help, or nothing. */
  readonly out: Iterable<string>
  /** For the standard error: what is wrong with the question, and how the command is used. */
  readonly error?: string
}

/** Judges one listing as an import in the app would. The answer is one JSON object, also of a refusal. */
export async function checkListing(args: readonly string[]): Promise<Answer> {
  const read = readArguments(args)
  if (!read.ok) return { exit: EXIT.refused, out: [], error: `${messageOf(read.error, 'fr')}\n\n${usage()}` }
  if (read.value === 'help') return { exit: EXIT.accepted, out: [usage(), '\n'] }
  const judged = await judge(read.value)
  const { language } = read.value
  if (!judged.ok) return { exit: EXIT.refused, out: lines(printRefusal(judged.error, language)) }
  const { imported, warnings } = judged.value
  const exit = imported.rejected.length > 0 ? EXIT.rejected : EXIT.accepted
  return { exit, out: lines(printJudgement(imported, warnings, language)) }
}

function* lines(answer: PrintedJudgement | PrintedRefusal): Generator<string> {
  yield* printJson({ ...answer })
  yield '\n'
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

/** Errors: `check.option-unknown`, `-missing`, `-value` with what is allowed. */
function readArguments(args: readonly string[]): Result<Question | 'help'> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    return values.help ? ok('help') : readQuestion(values, positionals)
  } catch {
    return err('check.option-unknown', {
      allowed: Object.keys(OPTIONS)
        .map((name) => `--${name}`)
        .join(', '),
    })
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values']

function readQuestion(values: Values, [file, more]: readonly string[]): Result<Question> {
  const { convention, listing, language, package: packages = [] } = values
  if (convention === undefined || listing === undefined || file === undefined || more !== undefined)
    return err('check.option-missing')
  if (!isListingName(listing)) return wrongValue('--listing', listing, LISTING_NAMES)
  if (!isLanguage(language)) return wrongValue('--language', language, Object.keys(usages))
  const others: (readonly [ListingName, string])[] = []
  for (const text of values.with ?? []) {
    const pair = readPair(text)
    if (!pair.ok) return pair
    others.push(pair.value)
  }
  return ok({ convention, listing, file, with: others, packages, language })
}

const wrongValue = (option: string, value: string, allowed: readonly string[]): Result<never> =>
  err('check.option-value', { option, value, allowed: allowed.join(', ') })

/** `participants=people.csv` */
function readPair(text: string): Result<readonly [ListingName, string]> {
  const [listing = '', ...file] = text.split('=')
  if (!isListingName(listing)) return wrongValue('--with', listing, LISTING_NAMES)
  return file.length > 0 ? ok([listing, file.join('=')]) : err('check.option-missing')
}

const isLanguage = (name: string): name is Language => name in usages

/** A listing that was judged, and what is unusual in its convention. */
interface Judged {
  readonly imported: ImportedListing
  readonly warnings: readonly AppError[]
}

async function judge(question: Question): Promise<Result<Judged>> {
  const parsed = await readConvention(question.convention)
  if (!parsed.ok) return parsed
  const { convention, warnings } = parsed.value
  const unread: Result<never>[] = []
  const imported = await importListings(readListings(question, unread), convention)
  const [refused = imported] = unread
  if (!imported.ok || !refused.ok) return refused as Result<never>
  const others = []
  for (const place of question.packages) {
    const other = await readPackage(place, convention)
    if (!other.ok) return other
    others.push(other.value)
  }
  const marked = markDoubleClaims(imported.value, convention, others)
  const own = marked.find(({ listing }) => listing === question.listing)
  return own ? ok({ imported: own, warnings }) : err('import.listing-unknown', { fileName: question.file })
}

async function readConvention(file: string): Promise<Result<ParsedConvention>> {
  const bytes = await readFile(file)
  return bytes.ok ? parseConventionFile(bytes.value, file) : bytes
}

/** Reads one file after the other; stops at one that cannot be read, and puts its error into `unread`. */
async function* readListings(question: Question, unread: Result<never>[]): AsyncGenerator<ListingFile> {
  for (const [listing, fileName] of [[question.listing, question.file] as const, ...question.with]) {
    const bytes = await readFile(fileName)
    if (bytes.ok) yield { listing, fileName, bytes: bytes.value }
    else return void unread.push(bytes)
  }
}
