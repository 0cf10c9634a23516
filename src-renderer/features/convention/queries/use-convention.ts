import { useLiveQuery } from 'dexie-react-hooks'
import type { Convention } from '#domain/convention/convention.ts'
import { readConvention } from '#renderer/db/packages.ts'

/** The convention of an inspection's package: undefined while it is read, null when it is not on this computer. */
export function useConvention(inspectionId: string): Convention | null | undefined {
  return useLiveQuery(async () => (await readConvention(inspectionId)) ?? null, [inspectionId])
}
