import { useLiveQuery } from 'dexie-react-hooks'
import { listVersions, type VersionItem } from '#renderer/db/package-versions.ts'

/** Every version of a package, newest first; undefined while they are read for the first time. */
export const useVersions = (inspectionId: string): VersionItem[] | undefined =>
  useLiveQuery(() => listVersions(inspectionId), [inspectionId])
