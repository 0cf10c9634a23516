import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { translate, type Catalog } from '#domain/i18n/translate.ts'
import type { Details } from '#domain/result.ts'
import type { SignatureCheck, Verification } from '#main/signing/verification.ts'
import { verifyPdf } from '#main/signing/verify-pdf.ts'
import en from '#resources/locales/en/verify.json'
import fr from '#resources/locales/fr/verify.json'
import nl from '#resources/locales/nl/verify.json'

const catalogs: Record<string, Catalog> = { fr, nl, en }
const DEFAULT_CA = '.constat/central/ca.pem'
/** What the shell is told. */
const EXIT = { good: 0, bad: 1, unreadable: 2 } as const

interface Question {
  readonly file: string
  readonly caFile: string | undefined
  readonly text: (key: string, values?: Details) => string
}

/** Tells in words who signed a report and whether it is still what was signed. */
async function main(args: readonly string[]): Promise<number> {
  const question = readArguments(args)
  if (!question) return EXIT.unreadable
  const { file, caFile, text } = question
  const bytes = readOrSay(file, () => text('errors.file-unreadable', { file }))
  if (!bytes) return EXIT.unreadable
  const trusted = caFile === undefined ? [] : readAuthority(caFile, text)
  if (!trusted) return EXIT.unreadable
  if (caFile === undefined) say(text('noAuthority', { file: DEFAULT_CA }))
  const verification = await verifyPdf(bytes, trusted)
  report(verification, text)
  return exitCode(verification)
}

function readArguments(args: readonly string[]): Question | undefined {
  const options = { ca: { type: 'string' }, lang: { type: 'string', default: 'fr' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const catalog = catalogs[values.lang]
    const [file] = positionals
    if (file !== undefined && catalog) {
      const text: Question['text'] = (key, details) => translate(catalog, key, details)
      const found = fs.existsSync(DEFAULT_CA) ? DEFAULT_CA : undefined
      return { file, caFile: values.ca ?? found, text }
    }
  } catch {
    // an unknown option: the usage says which ones there are
  }
  for (const catalog of Object.values(catalogs)) console.error(translate(catalog, 'usage'))
  return undefined
}

function readOrSay(file: string, words: () => string): Uint8Array | undefined {
  try {
    return fs.readFileSync(path.resolve(file))
  } catch {
    console.error(words())
    return undefined
  }
}

function readAuthority(file: string, text: Question['text']): string[] | undefined {
  const words = () => text('errors.authority-unreadable', { file })
  const pem = readOrSay(file, words)
  if (!pem) return undefined
  const authorities = Buffer.from(pem)
    .toString('latin1')
    .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  if (!authorities) console.error(words())
  return authorities ?? undefined
}

function report({ verdict, signatures }: Verification, text: Question['text']): void {
  say(text(`verdict.${verdict}`))
  signatures.forEach((signature, at) => reportSignature(signature, at + 1, text))
  if (signatures.length > 0) say(`\n${text('handwriting')}`)
}

function reportSignature(signature: SignatureCheck, number: number, text: Question['text']): void {
  const { field, signer, issuer, claimedTime, laterChanges, problems } = signature
  say(`\n${text('signature.heading', { number, field })}`)
  say(`  ${signer === '' ? text('signature.unknownSigner') : text('signature.signer', { signer, issuer })}`)
  if (claimedTime !== '')
    say(`  ${text('signature.time', { time: claimedTime.slice(0, 19).replace('T', ' ') })}`)
  say(`  ${text(signature.intact ? 'signature.intact' : 'signature.altered')}`)
  say(`  ${text(signature.trusted ? 'signature.trusted' : 'signature.untrusted')}`)
  say(`  ${text(signature.coversWholeFile ? 'signature.wholeFile' : 'signature.partOfFile')}`)
  for (const code of problems) say(`  - ${text(`errors.${code.replace('verify.', '')}`)}`)
  say(`  ${text(laterChanges.length === 0 ? 'changes.none' : 'changes.heading')}`)
  for (const { object, change, allowed } of laterChanges) {
    say(`    ${text(allowed ? 'changes.allowed' : 'changes.forbidden', { object, change })}`)
  }
}

function exitCode({ verdict, signatures }: Verification): number {
  if (verdict === 'UNREADABLE') return EXIT.unreadable
  const isGood = verdict === 'INTACT' && signatures.every(({ trusted }) => trusted)
  return isGood ? EXIT.good : EXIT.bad
}

const say = (line: string) => console.log(line)

process.exitCode = await main(process.argv.slice(2))
