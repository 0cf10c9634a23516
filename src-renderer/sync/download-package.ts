import { blocksOfPackage, type PackageManifest } from '#domain/package/manifest.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { sealPackage, storeBlocks, type BlockPlace } from '#renderer/db/blocks.ts'
import { keepClaims } from '#renderer/db/claims.ts'
import { addPackageKey, guarded, hasPackageKey } from '#renderer/db/store.ts'
import { adoptVersion, missingBlocks, recordedElsewhere, switchPackage } from '#renderer/db/store-package.ts'
import { keepScope, matchHistory } from '#renderer/db/sync-history.ts'
import type { Ports } from '#renderer/sync/ports.ts'
import type { OneAtATime } from '#renderer/sync/one-at-a-time.ts'
import { pullScope } from '#renderer/sync/pull.ts'

export interface DownloadOptions {
  readonly signal?: AbortSignal
  /** Hears bytes here and bytes in all, those of an earlier try included. */
  readonly onProgress?: (done: number, of: number) => void
}

/**
 * Brings a package onto this laptop: missing blocks only, so a second try goes on where the first stopped; each sealed
 * as it comes; then the records; at the end one transaction makes it usable. Cancelled or cut off (`store.cancelled`,
 * `central.*`), the version in work before stays the one in work.
 * @param alone keeps pulls of the same inspection from crossing each other
 */
export async function fetchPackage(
  ports: Ports,
  inspectionId: string,
  options: DownloadOptions,
  alone: OneAtATime,
): Promise<Result<null>> {
  return await guarded(async () => {
    const ready = await ownKey(ports, inspectionId)
    if (!ready.ok) return ready
    const manifest = await ports.readManifest(inspectionId)
    if (!manifest.ok) return manifest
    const blocks = await fetchBlocks(ports, manifest.value, options)
    if (!blocks.ok) return blocks
    const records = await alone(() => fetchRecords(ports, inspectionId))
    if (!records.ok) return records
    if (isCancelled(options)) return err('store.cancelled')
    // Without `record` it is the office's own; with it, the version follows as it was taken.
    const office = manifest.value.record === undefined ? await switchPackage(manifest.value) : ok(null)
    const followed = office.ok ? await followTaken(ports, inspectionId, options) : office
    // What can't be kept now is made when a listing is opened.
    if (followed.ok) await keepClaims(inspectionId)
    return followed
  })
}

/** What was taken into work on another laptop is in work on this one too. */
async function followTaken(
  ports: Ports,
  inspectionId: string,
  options: DownloadOptions,
): Promise<Result<null>> {
  const taken = await recordedElsewhere(inspectionId)
  if (taken === undefined) return ok(null)
  const blocks = await fetchBlocks(ports, taken.manifest, options)
  return blocks.ok ? await adoptVersion(taken) : blocks
}

const isCancelled = ({ signal }: DownloadOptions): boolean => signal?.aborted === true

async function ownKey(ports: Ports, inspectionId: string): Promise<Result<null>> {
  if (hasPackageKey(inspectionId)) return ok(null)
  const answer = await ports.packageKey(inspectionId)
  if (!answer.ok) return answer
  addPackageKey(inspectionId, answer.value.key)
  return ok(null)
}

async function fetchBlocks(
  ports: Ports,
  manifest: PackageManifest,
  options: DownloadOptions,
): Promise<Result<null>> {
  const { inspectionId } = manifest
  const sizes = new Map(blocksOfPackage(manifest).map(({ sha256, bytes }) => [sha256, bytes]))
  const total = blocksOfPackage(manifest).reduce((sum, { bytes }) => sum + bytes, 0)
  const missing = await missingBlocks(manifest)
  let left = missing.reduce((sum, { sha256 }) => sum + (sizes.get(sha256) ?? 0), 0)
  options.onProgress?.(total - left, total)
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    if (isCancelled(options)) return err('store.cancelled')
    const group = missing.slice(at, at + AT_ONCE)
    const stored = await fetchGroup(ports, inspectionId, group)
    if (!stored.ok) return stored
    left -= group.reduce((sum, { sha256 }) => sum + (sizes.get(sha256) ?? 0), 0)
    options.onProgress?.(total - left, total)
  }
  return ok(null)
}

const AT_ONCE = 4

/** What of a group arrived whole is kept, even when another part of it did not. */
async function fetchGroup(
  ports: Ports,
  inspectionId: string,
  places: readonly BlockPlace[],
): Promise<Result<null>> {
  const answers = await Promise.all(
    places.map(async (place) => {
      const answer = await ports.readBlock({ inspectionId, sha256: place.sha256 })
      return answer.ok ? await sealPackage(inspectionId, [{ ...place, ...answer.value }]) : answer
    }),
  )
  await storeBlocks(answers.flatMap((answer) => (answer.ok ? answer.value : [])))
  return answers.find((answer) => !answer.ok) ?? ok(null)
}

/** The records of the inspection come with the package, so that work can start without a network. */
async function fetchRecords(ports: Ports, inspectionId: string): Promise<Result<null>> {
  const hello = await ports.handshake()
  if (!hello.ok) return hello
  const granted = hello.value.scopes.find(({ id }) => id === inspectionId)
  if (granted === undefined) return err('sync.scope-revoked')
  const matched = await matchHistory(hello.value)
  if (!matched.ok) return matched
  const scope = await keepScope(inspectionId, granted.access)
  return await pullScope(ports, scope)
}
