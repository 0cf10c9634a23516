import { create } from 'zustand'

/** The three ways to look at a sample: all its lines, one at a time, what it says. */
export const VIEWS = ['lines', 'flash', 'evaluation'] as const
export type View = (typeof VIEWS)[number]
export const FILTERS = ['all', 'unchecked', 'wrong'] as const
export type Filter = (typeof FILTERS)[number]

/** What is looked at in one sample. */
export interface Look {
  readonly view: View
  readonly filter: Filter
  /** The line the inspector is at; null before the first. */
  readonly lineId: string | null
}
const FIRST: Look = { view: 'lines', filter: 'all', lineId: null }

const useLooks = create<Readonly<Record<string, Look>>>(() => ({}))

/** Where one was in a sample, kept while other screens are looked at. */
export const useLook = (sampleId: string): Look => useLooks((looks) => looks[sampleId] ?? FIRST)

export const changeLook = (sampleId: string, change: Partial<Look>): void =>
  useLooks.setState((looks) => ({ [sampleId]: { ...(looks[sampleId] ?? FIRST), ...change } }))
