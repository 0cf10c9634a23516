import { useLiveQuery } from 'dexie-react-hooks'
import { listListings, readConvention } from '#renderer/db/packages.ts'
import type { ImportTarget } from '#renderer/features/import/state/import-flow.ts'

const NEW_PACKAGE: ImportTarget = { inspectionId: null, convention: null, listings: [] }

/** The package that files are imported into; a new one for null, undefined while it is read. */
export function useTarget(inspectionId: string | null): ImportTarget | undefined {
  return useLiveQuery(async () => {
    if (inspectionId === null) return NEW_PACKAGE
    const convention = (await readConvention(inspectionId)) ?? null
    const listings = (await listListings(inspectionId)).map(({ listing }) => listing)
    return { inspectionId, convention, listings }
  }, [inspectionId])
}
