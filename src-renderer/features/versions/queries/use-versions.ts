import { useLiveQuery } from 'dexie-react-hooks'
import { findingLabel } from '#domain/finding/numbering.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { listVersions, type VersionItem } from '#renderer/db/package-versions.ts'
import { listRecords } from '#renderer/db/records.ts'

/** Every version of a package, newest first; undefined while they are read for the first time. */
export const useVersions = (inspectionId: string): VersionItem[] | undefined =>
  useLiveQuery(() => listVersions(inspectionId), [inspectionId])

/** The findings that cite a row, `C-03`, by listing and label of the row. */
export type Citations = (listing: ListingName, label: string) => readonly string[]

const NONE: readonly string[] = []

/** Which findings cite which rows; those in the bin do not count. */
export function useCitations(inspectionId: string): Citations {
  const findings = useLiveQuery(() => listRecords('finding', inspectionId), [inspectionId]) ?? []
  const cited = new Map<string, string[]>()
  for (const { number, rows, binned } of findings) {
    if (binned) continue
    for (const { listing, label } of rows) {
      const key = `${listing}/${label}`
      cited.set(key, [...(cited.get(key) ?? []), findingLabel(number)])
    }
  }
  return (listing, label) => cited.get(`${listing}/${label}`) ?? NONE
}
