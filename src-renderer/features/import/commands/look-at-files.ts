import type { Convention } from '#domain/convention/convention.ts'
import { checkFileSize } from '#domain/table/limits.ts'
import { err, type Result } from '#domain/result.ts'
import { readMappings } from '#renderer/db/mappings.ts'
import { isCorrection, proposeSettings } from '#renderer/features/import/columns.ts'
import { conventionsAmong, listingOf, listingsAmong } from '#renderer/features/import/state/chosen-file.ts'
import {
  addFiles,
  changeFile,
  findFile,
  noteSeen,
  type FlowStore,
} from '#renderer/features/import/state/import-flow.ts'
import type { FileSettings, SeenFile } from '#renderer/features/import/worker/import-messages.ts'
import type { ImportSession } from '#renderer/features/import/worker/import-session.ts'

/** Takes files in and says what each is, as soon as it is known. */
export async function lookAtFiles(
  flow: FlowStore,
  session: ImportSession,
  files: readonly File[],
): Promise<void> {
  await Promise.all(addFiles(flow, files).map(({ id }) => lookAt(flow, session, id)))
}

/** Reads a file anew in another way: as another listing, from another sheet, below another line. */
export async function setFile(
  flow: FlowStore,
  session: ImportSession,
  id: number,
  settings: FileSettings,
): Promise<void> {
  changeFile(flow, id, { settings, seen: null })
  await lookAt(flow, session, id)
}

async function lookAt(flow: FlowStore, session: ImportSession, id: number): Promise<void> {
  const chosen = findFile(flow, id)
  if (chosen === undefined) return
  const { file, settings } = chosen
  const seen = await firstSight(session, file, settings)
  noteSeen(flow, id, settings, seen)
  if (seen.ok) await applyRemembered(flow, session)
}

/** A file of a size that no listing has is not read at all. */
async function firstSight(
  session: ImportSession,
  file: File,
  settings: FileSettings,
): Promise<Result<SeenFile>> {
  const fits = checkFileSize(file.size)
  if (!fits.ok) return err(fits.error.code, { ...fits.error.details, fileName: file.name })
  return await session.look({ file, settings })
}

/** The convention that the files will be judged by. */
export function conventionOf(flow: FlowStore): Convention | null {
  const { files, target } = flow.getState()
  return conventionsAmong(files)[0] ?? target.convention
}

/** Settles, in files whose columns nobody touched yet, what earlier files of the same partner settled. */
async function applyRemembered(flow: FlowStore, session: ImportSession): Promise<void> {
  const convention = conventionOf(flow)
  const remembered = convention ? await readMappings(convention.partner.enterpriseNo) : {}
  const untouched = listingsAmong(flow.getState().files).filter(({ settings }) => !settings.mapping)
  for (const { id, preview, settings } of untouched) {
    const proposed = proposeSettings(preview, remembered)
    if (proposed !== null && proposed.listing !== preview.listing)
      await setFile(flow, session, id, { ...settings, ...proposed })
    else if (proposed !== null) changeFile(flow, id, { settings: { ...settings, mapping: proposed.mapping } })
    proposeToAdd(flow, id)
  }
}

/** A corrected file is added to the listing it was taken from, unless the user wants otherwise. */
function proposeToAdd(flow: FlowStore, id: number): void {
  const { files, target } = flow.getState()
  const chosen = listingsAmong(files).find((one) => one.id === id)
  const listing = chosen && listingOf(chosen)
  if (!chosen || !listing || !isCorrection(chosen.preview)) return
  changeFile(flow, id, { adds: target.listings.includes(listing) })
}
