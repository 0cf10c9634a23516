import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { streamXlsxRows } from 'hucre/xlsx'
import { importListings, type ImportedListing } from '#domain/listing/import-listings.ts'
import { ROWS_PER_BLOCK } from '#domain/listing/listing.ts'
import { sealParts } from '#renderer/db/prepare-version.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'
import { addPackageKey } from '#renderer/db/store.ts'
import { openTestStore, PACKAGE_KEY } from '#test/renderer/open-test-store.ts'

/** What one process measured of one job, done once in it. */
export interface ImportRun {
  readonly ms: number
  /** The most memory the process ever held, in megabytes. */
  readonly peak: number
  readonly rows: number
}

const JOBS: Readonly<Record<string, (file: string) => Promise<number>>> = {
  'csv-parse': (file) => Promise.resolve(parseAlone(file)),
  hucre: readAlone,
  import: importAndSeal,
}

/** What csv-parse alone takes: from bytes to records of texts. */
const parseAlone = (file: string): number => parse(readFileSync(file), { delimiter: ';', bom: true }).length

/** What the reader of workbooks alone takes: from bytes to rows of cells. */
async function readAlone(file: string): Promise<number> {
  let rows = 0
  for await (const { values } of streamXlsxRows(new Uint8Array(readFileSync(file))))
    if (values.length > 0) rows++
  return rows
}

/** From bytes to sealed blocks, as the import in the window does. */
async function importAndSeal(file: string): Promise<number> {
  const bytes = new Uint8Array(readFileSync(file))
  const imported = await importListings([{ fileName: file, bytes }], sampleConvention())
  if (!imported.ok) throw new Error(imported.error.code)
  const [listing] = imported.value
  if (!listing) return 0
  const inspectionId = crypto.randomUUID()
  addPackageKey(inspectionId, PACKAGE_KEY)
  const sealed = await sealParts(inspectionId, [partsOf(listing, file, bytes.length)])
  if (!sealed.ok) throw new Error(sealed.error.code)
  return listing.counts.accepted
}

function partsOf(imported: ImportedListing, fileName: string, size: number) {
  const { listing, columns, rows, rejected, counts, encoding, separator } = imported
  const blocks = []
  for (let at = 0; at < rows.length; at += ROWS_PER_BLOCK)
    blocks.push({ listing, columns: [...columns], rows: rows.slice(at, at + ROWS_PER_BLOCK) })
  const sha256 = '0'.repeat(64)
  const source = { fileName, sha256, size, encoding, separator, extractedOn: '2025-12-31' }
  return { listing, source, ...counts, blocks, rejectedRows: [...rejected] }
}

/** Run with a job and a file, prints one `ImportRun`. */
const [job = '', file = ''] = process.argv.slice(2)
if (job === 'import') await openTestStore()
const work = JOBS[job]
if (!work) throw new Error(`no job ${job}`)
const started = performance.now()
const rows = await work(file)
const ms = performance.now() - started
console.log(JSON.stringify({ ms, rows, peak: process.resourceUsage().maxRSS / 1024 } satisfies ImportRun))
process.exit(0)
