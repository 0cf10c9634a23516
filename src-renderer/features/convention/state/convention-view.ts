import { create } from 'zustand'

interface ConventionView {
  /** Inspection → part of its convention that was read last. */
  readonly places: Readonly<Record<string, string>>
  readonly goTo: (inspectionId: string, place: string) => void
}

/** Where each convention is being read. */
export const useConventionView = create<ConventionView>((set) => ({
  places: {},
  goTo: (inspectionId, place) => set(({ places }) => ({ places: { ...places, [inspectionId]: place } })),
}))
