import type { ListingBlock } from '#domain/listing/listing.ts'
import type { VersionFile } from '#domain/package/package-version.ts'
import { err, type Result } from '#domain/result.ts'
import { createLocalInspection } from '#renderer/db/create-inspection.ts'
import { keepMapping } from '#renderer/db/mappings.ts'
import { prepareVersion, prepareWhole, type ImportedListing } from '#renderer/db/prepare-version.ts'
import { mappingOf } from '#renderer/features/import/columns.ts'
import { conventionOf } from '#renderer/features/import/commands/look-at-files.ts'
import {
  columnsIn,
  conventionsAmong,
  conventionSourcesAmong,
  listingOf,
  listingsAmong,
} from '#renderer/features/import/state/chosen-file.ts'
import type { FlowStore } from '#renderer/features/import/state/import-flow.ts'
import { slices } from '#renderer/features/import/worker/slices.ts'
import type { ReadFile } from '#renderer/features/import/worker/import-session.ts'
import { bridge, type VaultOwner } from '#renderer/platform/bridge.ts'

/**
 * Stores what was read: in a package that is there, as a version that waits for a decision; else as a new inspection with
 * its package, at once in work. On failure nothing was stored, and the result is shown again with the reason.
 * @returns the id of a new inspection; null when there is none
 */
export async function keepFiles(flow: FlowStore, owner: VaultOwner | null): Promise<string | null> {
  flow.setState({ step: 'storing', failure: null })
  const { inspectionId } = flow.getState().target
  const kept = inspectionId === null ? await createPackage(flow, owner) : await prepare(flow, inspectionId)
  if (!kept.ok) {
    flow.setState({ step: 'result', failure: kept.error })
    return null
  }
  await rememberColumns(flow)
  return inspectionId === null ? kept.value : null
}

async function prepare(flow: FlowStore, inspectionId: string): Promise<Result<string>> {
  const { files, read } = flow.getState()
  const [convention] = conventionsAmong(files)
  const listings = read.map(toImported)
  const prepared = convention
    ? await prepareWhole(inspectionId, convention, listings, filesOf(flow))
    : await prepareVersion(inspectionId, listings, filesOf(flow))
  if (prepared.ok) flow.setState({ step: 'decision', prepared: { inspectionId, versionId: prepared.value } })
  return prepared
}

async function createPackage(flow: FlowStore, owner: VaultOwner | null): Promise<Result<string>> {
  const convention = conventionOf(flow)
  if (convention === null || owner === null) return err('mapping.no-convention')
  const { read } = flow.getState()
  const plannedDate = new Date().toLocaleDateString('sv-SE')
  const made = { convention, listings: read.map(toImported), files: filesOf(flow), owner, plannedDate }
  return await createLocalInspection(made, (inspectionId) =>
    bridge.invoke('vault:package-key', { inspectionId }),
  )
}

const toImported = ({ listing, source, columns, counts, rows, rejected }: ReadFile): ImportedListing => ({
  ...{ listing, source, ...counts, rejectedRows: rejected },
  blocks: [...slices(rows)].map((some): ListingBlock => ({ listing, columns: [...columns], rows: some })),
})

/** The files that the version is made from, convention and listings. */
function filesOf(flow: FlowStore): VersionFile[] {
  const { files, read } = flow.getState()
  return [...conventionSourcesAmong(files), ...read.flatMap(({ from }) => from?.file ?? [])]
}

/** Keeps what was settled of the columns for the next files of this partner. */
async function rememberColumns(flow: FlowStore): Promise<void> {
  const partner = conventionOf(flow)?.partner.enterpriseNo
  if (partner === undefined) return
  for (const chosen of listingsAmong(flow.getState().files)) {
    const listing = listingOf(chosen)
    const columns = columnsIn(chosen)
    if (listing && columns) await keepMapping(partner, listing, mappingOf(columns))
  }
}
