import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { rowLabel } from '#domain/listing/columns.ts'
import { claimKey, ClaimListing, type Claim, type PackageClaims } from '#domain/listing/judge/claim.ts'
import { claimSteps, findDoubleClaims } from '#domain/listing/judge/double-claims.ts'
import type { LoadedListing } from '#domain/listing/judge/judge-listings.ts'
import type { ListingName, ListingRow, RuleMark } from '#domain/listing/listing.ts'
import type { PackageManifest } from '#domain/package/manifest.ts'
import { openBlock, packed, sealPackage, hashOf, type PlainBlock } from '#renderer/db/blocks.ts'
import { openConvention, openRows } from '#renderer/db/open-rows.ts'
import { blockPlaces, CONVENTION } from '#renderer/db/package-blocks.ts'
import { currentStore, guarded } from '#renderer/db/store.ts'
import type { LocalDb } from '#renderer/db/schema.ts'
import { ok, type Result } from '#domain/result.ts'
import { yieldToPage } from '#renderer/db/yield-to-page.ts'

/** The listings whose rows claim somebody, and what is needed to tell whom. */
const READ: readonly ListingName[] = ['participants', 'activities', 'attendance', 'counsellors']
const CLAIMED: readonly string[] = ClaimListing.enum
/** Claims in one sealed piece. */
const PIECE = 5000
/** Half of a SHA-256 tells people apart as well. */
const KEPT_BYTES = 16

/** A text made incomparable for who has not this laptop's comparison key. */
const keyedBy = (key: Uint8Array) => (text: string) =>
  bytesToHex(hmac(sha256, key, utf8ToBytes(text)).subarray(0, KEPT_BYTES))

/**
 * Keeps what the package in work claims, sealed with its key, unless it is kept already: keyed hashes, no names and no
 * national numbers. Without a comparison key nothing is kept.
 */
export async function keepClaims(inspectionId: string): Promise<Result<null>> {
  return await guarded(async () => {
    const manifest = await manifestInWork(inspectionId)
    if (manifest !== undefined) await claimsOfPackage(manifest)
    return ok(null)
  })
}

async function manifestInWork(inspectionId: string): Promise<PackageManifest | undefined> {
  const rows = await currentStore().db.packages.where({ inspectionId }).toArray()
  return rows.find(({ current }) => current)?.manifest
}

async function claimsOfPackage(manifest: PackageManifest): Promise<PackageClaims | null> {
  const { db, keyring } = currentStore()
  const { inspectionId } = manifest
  if (keyring.comparison === null || !keyring.has(inspectionId)) return null
  const of = await fingerprintOf(manifest)
  const kept = await db.claims.get(inspectionId)
  if (kept?.of !== of) return await makeClaims(manifest, of, keyring.comparison)
  const key = await keyring.blockKey(inspectionId)
  const claims: Claim[] = []
  let agreementNo = ''
  for (const piece of kept.pieces) {
    const read = (await openBlock(key, piece)) as PackageClaims
    agreementNo = read.agreementNo
    for (const claim of read.claims) claims.push(claim)
    await yieldToPage()
  }
  return { agreementNo, claims }
}

/** Changes with everything that claims are made of. */
async function fingerprintOf(manifest: PackageManifest): Promise<string> {
  const read: readonly string[] = [CONVENTION, ...READ]
  const places = blockPlaces(manifest).filter(({ listing }) => read.includes(listing))
  const names = places.map(({ listing, no, sha256: hash }) => [listing, no, hash].join())
  return await hashOf(new TextEncoder().encode(names.sort().join(';')))
}

async function makeClaims(
  manifest: PackageManifest,
  of: string,
  key: Uint8Array,
): Promise<PackageClaims | null> {
  const convention = await openConvention(manifest)
  if (convention === undefined) return null
  const loaded: LoadedListing[] = []
  for (const listing of READ) {
    const opened = await openRows(manifest, listing)
    if (opened.ok) loaded.push({ listing, rows: opened.value.rows })
  }
  const steps = claimSteps(loaded, convention, keyedBy(key))
  let step = steps.next()
  for (; !step.done; step = steps.next()) await yieldToPage()
  const made = { agreementNo: convention.agreementNo, claims: step.value }
  await storeClaims(currentStore().db, manifest.inspectionId, of, made)
  return made
}

async function storeClaims(
  db: LocalDb,
  inspectionId: string,
  of: string,
  { agreementNo, claims }: PackageClaims,
): Promise<void> {
  const plain: PlainBlock[] = []
  for (let start = 0, no = 0; start === 0 || start < claims.length; start += PIECE, no++) {
    const bytes = await packed({ agreementNo, claims: claims.slice(start, start + PIECE) })
    plain.push({ listing: 'claims', no, bytes, sha256: await hashOf(bytes) })
    await yieldToPage()
  }
  const sealed = await sealPackage(inspectionId, plain)
  if (!sealed.ok) return
  await db.transaction('rw', [db.packages, db.claims], async () => {
    // It may have been deleted meanwhile.
    if ((await db.packages.where({ inspectionId }).count()) === 0) return
    await db.claims.put({ inspectionId, of, pieces: sealed.value })
  })
}

type Marks = ReadonlyMap<string, RuleMark>
const NONE: Marks = new Map()
/** The marks found last, for one state of all packages; gone with the store they are of. */
const found = new WeakMap<LocalDb, { readonly of: string; readonly marks: Marks }>()

/** The marks of the rows of a package in work that a package of another convention on this laptop claims too. */
async function doubleClaims(manifest: PackageManifest): Promise<Marks> {
  const { db } = currentStore()
  const rows = (await db.packages.toArray()).filter(({ current }) => current)
  const others = rows
    .map((row) => row.manifest)
    .filter(({ inspectionId }) => inspectionId !== manifest.inspectionId)
  if (others.length === 0) return NONE
  const of = (await Promise.all([manifest, ...others].map(fingerprintOf))).join()
  const known = found.get(db)
  if (known?.of === of) return known.marks
  const own = await readableClaims(manifest)
  if (own === null) return NONE
  const rivals: PackageClaims[] = []
  for (const other of others) {
    const claims = await readableClaims(other)
    if (claims !== null && claims.agreementNo !== own.agreementNo) rivals.push(claims)
  }
  const marks = findDoubleClaims(own.claims, rivals)
  found.set(db, { of, marks })
  return marks
}

/** A package that is damaged keeps nobody from opening another. */
async function readableClaims(manifest: PackageManifest): Promise<PackageClaims | null> {
  const read = await guarded(async () => ok(await claimsOfPackage(manifest)))
  return read.ok ? read.value : null
}

/** The rows of a listing with the mark of a double claim behind those they have. */
export async function withDoubleClaims(
  manifest: PackageManifest,
  listing: ListingName,
  rows: ListingRow[],
): Promise<ListingRow[]> {
  if (currentStore().keyring.comparison === null || !CLAIMED.includes(listing)) return rows
  const marks = await doubleClaims(manifest)
  if (marks.size === 0) return rows
  return rows.map((row) => {
    const mark = marks.get(claimKey(listing, rowLabel(listing, row.cells)))
    return mark === undefined ? row : { ...row, marks: [...row.marks, mark] }
  })
}
