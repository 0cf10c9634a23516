import { Type, type Static } from 'typebox'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { keptAt, useKept } from '#renderer/ui/kept-drafts.ts'
import { keepLook } from '#renderer/ui/kept-looks.ts'

/** The three ways to look at a sample: all its lines, one at a time, what it says. */
export const VIEWS = ['lines', 'flash', 'evaluation'] as const
export type View = (typeof VIEWS)[number]
export const FILTERS = ['all', 'unchecked', 'wrong'] as const
export type Filter = (typeof FILTERS)[number]

/** What is looked at in one sample. */
const Look = Type.Object({
  view: Type.Enum([...VIEWS]),
  filter: Type.Enum([...FILTERS]),
  /** The line the inspector is at; null before the first. */
  lineId: Type.Union([Type.String(), Type.Null()]),
})
export type Look = Static<typeof Look>
const FIRST: Look = { view: 'lines', filter: 'all', lineId: null }

type Sample = Pick<InspectionSample, 'id' | 'inspectionId'>
/** Where the look at a sample is kept. */
const placeOf = ({ id, inspectionId }: Sample) => ({
  ...{ scope: inspectionId, name: `sample/${id}/look` },
  shape: Look,
})

/** Where one was in a sample, kept while other screens are looked at, and for the next start. */
export const useLook = (sample: Sample): Look => useKept(placeOf(sample)) ?? FIRST

export function changeLook(sample: Sample, change: Partial<Look>): void {
  const place = placeOf(sample)
  keepLook(place, { ...(keptAt(place) ?? FIRST), ...change })
}
