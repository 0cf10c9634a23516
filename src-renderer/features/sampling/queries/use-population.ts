import type { Result } from '#domain/result.ts'
import { useLiveQuery } from 'dexie-react-hooks'
import type { ListingName } from '#domain/listing/listing.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import type { PopulationSource } from '#domain/sampling/inspection-sample.ts'
import type { RequiredSize } from '#domain/sampling/required-size.ts'
import { columnValues, sizeOfSample, surveyPopulation } from '#renderer/db/numbers/draw.ts'
import type { ColumnValue, PopulationSurvey } from '#renderer/db/numbers/numbers-messages.ts'
import { pinListing, type Pin } from '#renderer/db/numbers/open-population.ts'
import { useAsked, type Asked } from '#renderer/features/sampling/queries/use-asked.ts'

/** What a draw of a listing would be pinned to: the version in work. Undefined while it is read. */
export const usePin = (inspectionId: string, listing: ListingName | null): Pin | null | undefined =>
  useLiveQuery(
    async () => (listing === null ? null : await pinListing(inspectionId, listing)),
    [inspectionId, listing],
  )

/** What a source gives, counted off the window's thread. */
export function useSurvey(inspectionId: string, source: Result<PopulationSource>): Asked<PopulationSurvey> {
  const key = source.ok ? JSON.stringify(source.value) : null
  return useAsked(key, () =>
    source.ok ? surveyPopulation(inspectionId, source.value) : Promise.resolve(source),
  )
}

/** How many lines a definition needs. */
export function useSize(
  inspectionId: string,
  source: Result<PopulationSource>,
  definition: Result<SampleDefinition>,
): Asked<RequiredSize> {
  const both = source.ok && definition.ok ? { source: source.value, definition: definition.value } : null
  return useAsked(both && JSON.stringify(both), () => {
    if (!both) throw new RangeError('nothing is asked without a key')
    return sizeOfSample(inspectionId, both.source, both.definition)
  })
}

/** The values of a column of a pinned listing; nothing is asked while either is not known. */
export function useColumnValues(
  inspectionId: string,
  pin: Pin | null,
  column: string,
): Asked<readonly ColumnValue[]> {
  return useAsked(pin && JSON.stringify([pin, column]), () => {
    if (!pin) throw new RangeError('nothing is asked without a key')
    return columnValues(inspectionId, pin, column)
  })
}
