import { useLiveQuery } from 'dexie-react-hooks'
import { citeClauses } from '#domain/convention/cite-clauses.ts'
import type { Convention, ConventionParameters } from '#domain/convention/convention.ts'
import { parametersOn } from '#domain/convention/parameters.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
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

/** The convention of the version a sample is pinned to; undefined while it is read, null when it is not here. */
export const usePinnedConvention = (inspectionId: string, versionId: string): Convention | null | undefined =>
  useLiveQuery(
    async () =>
      (await readConvention(inspectionId, versionId)) ?? (await readConvention(inspectionId)) ?? null,
    [inspectionId, versionId],
  )

/** The control point that grounds what is paid in each mode. */
const POINT_OF = { UNIT_COST: 'FIN-3', SALARY_LUMP_SUM: 'FIN-2', ACTUAL_COSTS: 'FIN-5' } as const

/** Numbers of the clauses that ground the amounts, `9.1, 9.2`; '' when the convention has none. */
export const clausesOfAmounts = (convention: Convention): string =>
  citeClauses(convention, POINT_OF[convention.financing.mode])
    .map(({ number }) => number)
    .join(', ')
