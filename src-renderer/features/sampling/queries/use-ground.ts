import { useLiveQuery } from 'dexie-react-hooks'
import { citeClauses } from '#domain/convention/cite-clauses.ts'
import type { Convention, ConventionParameters } from '#domain/convention/convention.ts'
import { parametersOn } from '#domain/convention/parameters.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { readConvention, readManifest } from '#renderer/db/packages.ts'
import { getRecord } from '#renderer/db/records.ts'

/** What draws rest on in an inspection. */
export interface Ground {
  readonly inspection: Inspection | undefined
  readonly convention: Convention | undefined
  readonly listings: readonly PackageListing[]
  /** The limits of today; null without a convention. */
  readonly parameters: ConventionParameters | null
}

/** The inspection, its convention and its listings; undefined while they are read. Live. */
export function useGround(inspectionId: string): Ground | undefined {
  return useLiveQuery(async () => {
    const [inspection, manifest, convention] = await Promise.all([
      getRecord('inspection', inspectionId),
      readManifest(inspectionId),
      readConvention(inspectionId),
    ])
    const parameters = convention ? parametersOn(convention, today()) : null
    return { inspection, convention, listings: manifest?.listings ?? [], parameters }
  }, [inspectionId])
}

/** What a drawn sample is pinned to, as far as it is on this laptop. */
export interface Pinned {
  readonly convention?: Convention
  readonly file?: PackageListing['source']
}

/** The convention of the version a sample is pinned to, and the file its lines come from. Live. */
export function usePinned({ inspectionId, source }: InspectionSample): Pinned | undefined {
  const { versionId, listing, sha256 } = source
  return useLiveQuery(async () => {
    const [manifest, convention] = await Promise.all([
      readManifest(inspectionId, versionId),
      readConvention(inspectionId, versionId),
    ])
    const file = manifest?.listings.find((one) => one.listing === listing)?.source
    return {
      ...(convention ? { convention } : {}),
      ...(file?.sha256 === sha256 ? { file } : {}),
    }
  }, [inspectionId, versionId, listing, sha256])
}

/** The control point that grounds what is paid in each mode. */
const POINT_OF = { UNIT_COST: 'FIN-3', SALARY_LUMP_SUM: 'FIN-2', ACTUAL_COSTS: 'FIN-5' } as const

/** Numbers of the clauses that ground the amounts, `9.1, 9.2`; '' when the convention has none. */
export const clausesOfAmounts = (convention: Convention): string =>
  citeClauses(convention, POINT_OF[convention.financing.mode])
    .map(({ number }) => number)
    .join(', ')
