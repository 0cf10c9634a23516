import type { Convention } from '#domain/convention/convention.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { VersionFile } from '#domain/package/package-version.ts'
import type { Result } from '#domain/result.ts'
import { choicesOf, isSettled, type ColumnChoices } from '#renderer/features/import/columns.ts'
import type { FilePreview } from '#domain/listing/preview-file.ts'
import type { FileSettings, SeenFile } from '#renderer/features/import/worker/import-messages.ts'

/** A file chosen for an import, and what is known of it so far. */
export interface ChosenFile {
  readonly id: number
  readonly file: File
  readonly settings: FileSettings
  /** Null while it is looked at. */
  readonly seen: Result<SeenFile> | null
  /** Its rows are added to the listing that is there, instead of taking its place. */
  readonly adds: boolean
}

/** A file of a listing, seen and readable. */
export interface ListingChoice extends ChosenFile {
  readonly preview: FilePreview
}

/** Why an import cannot go on yet; a key of `mapping`, `blocked.*`. */
export type Blocker = 'looking' | 'bad' | 'columns' | 'twice' | 'conventions' | 'no-convention' | 'nothing'

const seenAs = <K extends SeenFile['kind']>({ seen }: ChosenFile, kind: K) =>
  seen?.ok && seen.value.kind === kind ? (seen.value as Extract<SeenFile, { kind: K }>) : null

/** The listing a file is read as, as far as it is known. */
export const listingOf = (chosen: ChosenFile): ListingName | null =>
  chosen.settings.listing ?? seenAs(chosen, 'listing')?.preview.listing ?? null

/** The files that are listings. */
export const listingsAmong = (files: readonly ChosenFile[]): ListingChoice[] =>
  files.flatMap((chosen) => {
    const seen = seenAs(chosen, 'listing')
    return seen ? [{ ...chosen, preview: seen.preview }] : []
  })

/** The conventions among the files. */
export const conventionsAmong = (files: readonly ChosenFile[]): Convention[] =>
  files.flatMap((chosen) => seenAs(chosen, 'convention')?.convention ?? [])

/** The files that those conventions came from. */
export const conventionSourcesAmong = (files: readonly ChosenFile[]): VersionFile[] =>
  files.flatMap((chosen) => seenAs(chosen, 'convention')?.source ?? [])

/** The columns of a listing file; null while nobody knows which listing it is. */
export function columnsIn(chosen: ListingChoice): ColumnChoices | null {
  const listing = listingOf(chosen)
  return listing && choicesOf(chosen.preview, listing, chosen.settings.mapping)
}

/** Whether every column of a listing file has its place. */
export function hasItsColumns(chosen: ListingChoice): boolean {
  const columns = columnsIn(chosen)
  return columns !== null && isSettled(columns)
}

/** Whether another file holds the same listing: they cannot both take its place. */
export const isTwice = (chosen: ChosenFile, files: readonly ChosenFile[]): boolean =>
  files.some(
    (other) => other.id !== chosen.id && listingOf(chosen) !== null && listingOf(other) === listingOf(chosen),
  )

/**
 * What stands in the way of reading the files, the first first; null when nothing does.
 * @param hasConvention whether the package has a convention already
 */
export function blockerOf(files: readonly ChosenFile[], hasConvention: boolean): Blocker | null {
  const listings = listingsAmong(files)
  const conventions = conventionsAmong(files)
  if (files.length === 0) return 'nothing'
  if (files.some(({ seen }) => seen?.ok === false)) return 'bad'
  if (files.some(({ seen }) => seen === null)) return 'looking'
  if (conventions.length > 1) return 'conventions'
  if (listings.some((chosen) => isTwice(chosen, files))) return 'twice'
  if (conventions.length === 0 && !hasConvention) return 'no-convention'
  return listings.every(hasItsColumns) ? null : 'columns'
}
