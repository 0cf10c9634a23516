import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { columnsOf } from '#domain/listing/columns.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import { isTainted, plantAnomalies, type Planted } from '#scripts/sample/anomalies.ts'
import { chanceFrom } from '#scripts/sample/chance.ts'
import { CLAIMED_TWICE, ClaimedTwice } from '#scripts/sample/claims.ts'
import { makeConventions, type SampleConvention } from '#scripts/sample/conventions.ts'
import { planInspections } from '#scripts/sample/inspections.ts'
import type { FileRow, FileRows } from '#scripts/sample/file-rows.ts'
import { makeListings } from '#scripts/sample/listings.ts'
import { Population } from '#scripts/sample/people.ts'
import { ACCOUNTS } from '#scripts/sample/people-of-the-office.ts'
import { makePartners } from '#scripts/sample/partners.ts'

/** The office's own figures (`docs/domain/words.md`, scale). */
export const TOTALS = { participants: 37_000, counsellors: 950 }
/** Raise when the network written for a seed changes: an older folder is then made anew. */
export const NETWORK_VERSION = 3

/** windows-1252 for the characters the sample uses: Latin-1 but for the typographic apostrophe and dash. */
function toWindows1252(text: string): Buffer {
  return Buffer.from(text.replaceAll('’', '\u0092').replaceAll('–', '\u0096'), 'latin1')
}

/** Files as offices send them: `;`, CRLF, and by turns windows-1252 with column codes or UTF-8 with a BOM and real names. */
function toFile(
  listing: ListingName,
  rows: readonly FileRow[],
  sample: SampleConvention,
  index: number,
): Buffer {
  const { language } = sample.convention
  const modern = index % 2 === 1
  const columns = columnsOf(listing)
  const header = columns.map((column) => (modern ? column[language] : column.id))
  const lines = rows.map((row) => columns.map(({ id }) => row[id] ?? '').join(';'))
  const text = `${[header.join(';'), ...lines].join('\r\n')}\r\n`
  return modern ? Buffer.from(`\ufeff${text}`) : toWindows1252(text)
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`

interface MadeConvention {
  readonly sample: SampleConvention
  readonly index: number
  readonly rows: FileRows
  readonly planted: readonly Planted[]
}

function makeConvention(
  sample: SampleConvention,
  index: number,
  seed: number,
  population: Population,
): MadeConvention {
  const { agreementNo } = sample.convention
  const rows = makeListings(chanceFrom(seed * 1000 + index), population, sample)
  return {
    sample,
    index,
    rows,
    planted: isTainted(index, agreementNo) ? plantAnomalies(agreementNo, rows) : [],
  }
}

async function writeConvention(folder: string, { sample, index, rows }: MadeConvention): Promise<void> {
  const target = path.join(folder, 'conventions', sample.convention.agreementNo)
  await mkdir(target, { recursive: true })
  await writeFile(path.join(target, 'convention.json'), json(sample.convention))
  for (const listing of LISTING_NAMES) {
    await writeFile(path.join(target, `${listing}.csv`), toFile(listing, rows[listing], sample, index))
  }
}

/**
 * Writes the sample network below `folder`: accounts, planned inspections, and for each convention its JSON and the CSV files of its listings.
 * The folder appears whole or not at all. Equal seeds give equal bytes.
 * @param filter agreement numbers to write; all when left out
 */
export async function writeNetwork(folder: string, seed: number, filter?: readonly string[]): Promise<void> {
  const work = `${folder}.tmp-${process.pid}`
  await rm(work, { recursive: true, force: true })
  await mkdir(work, { recursive: true })
  const chance = chanceFrom(seed)
  const samples = makeConventions(chance, makePartners(chance), TOTALS)
  const population = new Population(chance)
  const wanted = (agreementNo: string): boolean => filter?.includes(agreementNo) ?? true
  const planted: Planted[] = []
  const claimed = new ClaimedTwice()
  for (const [index, sample] of samples.entries()) {
    const made = makeConvention(sample, index, seed, population) // also when not written: people are numbered in order
    const claims = claimed.plant(sample.convention.agreementNo, made.rows)
    if (CLAIMED_TWICE.every(wanted)) planted.push(...claims)
    if (!wanted(sample.convention.agreementNo)) continue
    planted.push(...made.planted)
    await writeConvention(work, made)
  }
  const inspections = planInspections(samples).filter(
    ({ agreementNo }) => filter?.includes(agreementNo) ?? true,
  )
  await writeFile(path.join(work, 'accounts.json'), json(ACCOUNTS))
  await writeFile(path.join(work, 'inspections.json'), json(inspections))
  await writeFile(path.join(work, 'anomalies.json'), json(planted))
  await writeFile(path.join(work, 'network.json'), json({ version: NETWORK_VERSION, seed }))
  await rm(folder, { recursive: true, force: true })
  await rename(work, folder)
}
