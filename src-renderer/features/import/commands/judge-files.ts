import { err, ok, type Result } from '#domain/result.ts'
import { readMappings } from '#renderer/db/mappings.ts'
import { listListings, openListing, readRejected } from '#renderer/db/packages.ts'
import { mappingOf, type RememberedMappings } from '#renderer/features/import/columns.ts'
import { conventionOf } from '#renderer/features/import/commands/look-at-files.ts'
import { columnsIn, listingOf, listingsAmong } from '#renderer/features/import/state/chosen-file.ts'
import type { FlowStore } from '#renderer/features/import/state/import-flow.ts'
import {
  startSession,
  type ImportSession,
  type ReadFile,
} from '#renderer/features/import/worker/import-session.ts'
import type { OrderedFile } from '#renderer/features/import/worker/import-messages.ts'

/**
 * Reads and judges the chosen files against the convention and the listings already in the package; shows the result.
 * Writes nothing of them. Ends early when `signal` is aborted.
 */
export async function judgeFiles(flow: FlowStore, signal: AbortSignal): Promise<void> {
  flow.setState({ step: 'judging', done: 0, of: 0, failure: null })
  const session = startSession((done, of) => flow.setState({ done, of }))
  signal.addEventListener('abort', session.end, { once: true })
  const read = await run(flow, session)
  session.end()
  if (signal.aborted) return
  if (!read.ok) {
    flow.setState({ step: 'files', failure: read.error })
    return
  }
  flow.setState({ step: 'result', read: read.value })
}

async function run(flow: FlowStore, session: ImportSession): Promise<Result<ReadFile[]>> {
  const convention = conventionOf(flow)
  if (convention === null) return err('mapping.no-convention')
  const { files, target } = flow.getState()
  if (target.inspectionId !== null) {
    const mappings = await readMappings(convention.partner.enterpriseNo)
    const handed = await handOver(target.inspectionId, mappings, session)
    if (!handed.ok) return handed
  }
  return await session.judge(listingsAmong(files).map(orderOf), convention)
}

function orderOf(chosen: ReturnType<typeof listingsAmong>[number]): OrderedFile {
  const { file, settings, adds } = chosen
  const listing = listingOf(chosen)
  const columns = columnsIn(chosen)
  return {
    file,
    adds,
    settings: { ...settings, ...(listing && { listing }), ...(columns && { mapping: mappingOf(columns) }) },
  }
}

/** Hands the listings of the package to the worker: to look rows up in, to add to, and to judge again. */
async function handOver(
  inspectionId: string,
  mappings: RememberedMappings,
  session: ImportSession,
): Promise<Result<null>> {
  for (const { listing, source } of await listListings(inspectionId)) {
    const opened = await openListing(inspectionId, listing)
    if (!opened.ok) return opened
    const rejected = await readRejected(inspectionId, listing)
    const { rows } = opened.value
    await session.know({ listing, source, rows, rejected, mapping: mappings[listing] ?? {} })
  }
  return ok(null)
}
