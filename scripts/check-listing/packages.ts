import { createHmac, randomBytes } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseConventionFile } from '#domain/convention/parse-convention-file.ts'
import type { Convention } from '#domain/convention/convention.ts'
import { columnIdsOf, rowLabel } from '#domain/listing/columns.ts'
import {
  importListings,
  openListingFile,
  type ImportedListing,
  type ListingFile,
} from '#domain/listing/import-listings.ts'
import { claimKey, type PackageClaims } from '#domain/listing/judge/claim.ts'
import { claimsOf, findDoubleClaims } from '#domain/listing/judge/double-claims.ts'
import { LISTING_NAMES, type ListingRow } from '#domain/listing/listing.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { textOf } from '#domain/table/table.ts'
import { readFile } from '#scripts/check-listing/read-file.ts'

const KINDS = ['.csv', '.xlsx']
const CONVENTIONS = ['convention.json', 'convention.xlsx']

/** Persons are compared under a key that nobody else has, and that is gone with this process. */
const key = randomBytes(32)
const keyed = (text: string): string => createHmac('sha256', key).update(text).digest('base64')

/**
 * Reads what another package claims. A package is a convention (JSON or XLSX) with its listings beside it
 * (`participants.csv`, `activities.xlsx`…), or the folder of these, or one listing of another convention.
 * @param own the convention of the listing that is checked
 */
export async function readPackage(place: string, own: Convention): Promise<Result<PackageClaims>> {
  const file = await conventionFileOf(place)
  const bytes = await readFile(file)
  if (!bytes.ok) return bytes
  const parsed = await parseConventionFile(bytes.value, file)
  if (parsed.ok) return claimsOfFiles(await listingsBeside(file), parsed.value.convention)
  const alone = await claimsOfListing({ fileName: file, bytes: bytes.value }, own)
  return alone.ok || alone.error.code === 'check.package-own' ? alone : parsed
}

async function conventionFileOf(place: string): Promise<string> {
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) return place
  const names = await readdir(place)
  return path.join(place, CONVENTIONS.find((name) => names.includes(name)) ?? CONVENTIONS.join(' | '))
}

async function listingsBeside(convention: string): Promise<Result<ListingFile[]>> {
  const folder = path.dirname(convention)
  const names = new Set(await readdir(folder))
  const files: ListingFile[] = []
  for (const listing of LISTING_NAMES) {
    const name = KINDS.map((kind) => `${listing}${kind}`).find((one) => names.has(one))
    if (name === undefined) continue
    const fileName = path.join(folder, name)
    const bytes = await readFile(fileName)
    if (!bytes.ok) return bytes
    files.push({ listing, fileName, bytes: bytes.value })
  }
  return files.length > 0 ? ok(files) : err('check.package-without-listings', { fileName: convention })
}

async function claimsOfFiles(
  files: Result<ListingFile[]>,
  convention: Convention,
): Promise<Result<PackageClaims>> {
  if (!files.ok) return files
  const imported = await importListings(files.value, convention)
  if (!imported.ok) return imported
  const { agreementNo } = convention
  return ok({ agreementNo, claims: claimsOf(imported.value, convention, keyed) })
}

/** A listing of another convention that comes without it: read as if it were of the same measure. */
async function claimsOfListing(file: ListingFile, own: Convention): Promise<Result<PackageClaims>> {
  const opened = await openListingFile(file)
  if (!opened.ok) return opened
  const { match, table } = opened.value
  const place = match.places[columnIdsOf(match.listing).indexOf('agreementNo')] ?? -1
  const agreementNo = textOf(table.records[0]?.cells[place])
  if (agreementNo === '' || agreementNo === own.agreementNo) return err('check.package-own')
  return claimsOfFiles(ok([file]), { ...own, agreementNo })
}

/** Adds to each row what another package claims too. */
export function markDoubleClaims(
  imported: readonly ImportedListing[],
  convention: Convention,
  packages: readonly PackageClaims[],
): ImportedListing[] {
  const others = packages.filter(({ agreementNo }) => agreementNo !== convention.agreementNo)
  const marks = findDoubleClaims(claimsOf(imported, convention, keyed), others)
  const markRow = (listing: ImportedListing['listing'], row: ListingRow): ListingRow => {
    const mark = marks.get(claimKey(listing, rowLabel(listing, row.cells)))
    return mark ? { ...row, marks: [...row.marks, mark] } : row
  }
  return imported.map((one) => ({ ...one, rows: one.rows.map((row) => markRow(one.listing, row)) }))
}
