import type { Database } from '#central/db/database.ts'
import { listBlobs } from '#central/repositories/blobs.ts'
import { TAKEN_LAST, type Scope } from '#central/repositories/inspections.ts'
import { blocksOfPackage, type PackageManifest } from '#domain/package/manifest.ts'

/** What an agreement's package holds; the same for every inspection of it. */
export type StoredPackage = Omit<PackageManifest, 'inspectionId' | 'record'> & {
  readonly bytes: number
  readonly rowCount: number
}

export async function storePackage(tx: Database, agreementNo: string, stored: StoredPackage): Promise<void> {
  await tx.query(
    `INSERT INTO packages (agreement_no, version, convention, listings, bytes, row_count)
     VALUES ($1, $2, $3::jsonb, $4::jsonb, $5, $6)`,
    [
      agreementNo,
      stored.version,
      JSON.stringify(stored.convention),
      JSON.stringify(stored.listings),
      stored.bytes,
      stored.rowCount,
    ],
  )
}

type Place = Pick<Scope, 'id' | 'agreementNo' | 'inspectorId'>

/** The package of the office for an inspection; undefined for one that was made on a laptop. */
export async function readOfficePackage(db: Database, scope: Place): Promise<PackageManifest | undefined> {
  const [row] = await db.query<Omit<PackageManifest, 'inspectionId'>>(
    'SELECT version, convention, listings FROM packages WHERE agreement_no = $1',
    [scope.agreementNo],
  )
  return row && { inspectionId: scope.id, ...row }
}

/** The newest: what a laptop took into work last, unless the office has a version that it had not seen. */
export async function readManifest(db: Database, scope: Place): Promise<PackageManifest | undefined> {
  const office = await readOfficePackage(db, scope)
  const [taken] = await db.query<{ id: string; manifest: PackageManifest }>(
    `SELECT v.id, v.data -> 'manifest' AS manifest FROM inspections i, LATERAL (${TAKEN_LAST}) v WHERE i.id = $1`,
    [scope.id],
  )
  if (taken === undefined || (office?.version ?? 0) > taken.manifest.version) return office
  return { ...taken.manifest, record: taken.id }
}

/**
 * Whether a block belongs to the inspection and is here: of the office's package, or of a version taken on a laptop whose
 * inspector has sent it. Knowing a hash is not having the file.
 */
export async function findBlock(
  db: Database,
  scope: Place,
  sha256: string,
): Promise<'here' | 'not-received' | 'unknown'> {
  const office = await readOfficePackage(db, scope)
  if (office && blocksOfPackage(office).some((block) => block.sha256 === sha256)) return 'here'
  const named = await db.query(
    `SELECT 1 FROM records WHERE inspection_id = $1 AND kind = 'package' AND NOT deleted
       AND jsonb_path_exists(data, '$.manifest.**.sha256 ? (@ == $hash)', jsonb_build_object('hash', $2::text))
     LIMIT 1`,
    [scope.id, sha256],
  )
  if (named.length === 0) return 'unknown'
  return (await listBlobs(db, scope.inspectorId, [sha256])).length > 0 ? 'here' : 'not-received'
}
