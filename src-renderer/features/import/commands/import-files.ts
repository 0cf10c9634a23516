import type { Convention } from '#domain/convention/convention.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { listListings, openListing, readConvention } from '#renderer/db/packages.ts'
import {
  startImport,
  type ReadFile,
  type RunningImport,
} from '#renderer/features/import/worker/start-import.ts'

/** More than the largest listing of the network by far; a bigger file is not one. */
const LARGEST_BYTES = 200 * 1024 * 1024
const MEGABYTE = 1024 * 1024

export interface ImportJob {
  readonly result: Promise<Result<ReadFile[]>>
  readonly cancel: () => void
}

/**
 * Reads and judges listing files against the convention and the listings already in the package. Writes nothing.
 * Errors: `import.*`, `mapping.file-too-large`, `mapping.file-unreadable`, `listing.no-convention`, those of `openListing`.
 */
export function importFiles(
  inspectionId: string,
  files: readonly File[],
  onProgress: (done: number, of: number) => void,
): ImportJob {
  const large = files.find(({ size }) => size > LARGEST_BYTES)
  if (large) {
    const details = { fileName: large.name, most: LARGEST_BYTES / MEGABYTE }
    return { result: Promise.resolve(err('mapping.file-too-large', details)), cancel: () => undefined }
  }
  const running = startImport(onProgress)
  return { result: run(inspectionId, files, running), cancel: running.cancel }
}

async function run(
  inspectionId: string,
  files: readonly File[],
  running: RunningImport,
): Promise<Result<ReadFile[]>> {
  const convention = await handOver(inspectionId, running)
  if (!convention.ok) {
    running.cancel()
    return convention
  }
  running.begin(files, convention.value)
  return await running.result
}

/** Hands the listings of the package to the worker, to look references up in; gives their convention. */
async function handOver(inspectionId: string, running: RunningImport): Promise<Result<Convention>> {
  const convention = await readConvention(inspectionId)
  if (convention === undefined) return err('mapping.no-convention')
  for (const { listing } of await listListings(inspectionId)) {
    const opened = await openListing(inspectionId, listing)
    if (!opened.ok) return opened
    running.know(listing, opened.value.rows)
  }
  return ok(convention)
}
