import { create } from 'zustand'
import type { ListingName } from '#domain/listing/listing.ts'
import {
  readLayouts,
  type ColumnLayout,
  type Layouts,
} from '#renderer/features/listings/state/column-layout.ts'

const STORED = 'constat.listing-columns'

/** The layouts chosen on this laptop, by listing; only identifiers of columns, so they may stand in the clear. */
export const useColumnLayouts = create<Layouts>(() => readLayouts(localStorage.getItem(STORED)))

/** Keeps a layout for the next time too. */
export function setLayout(listing: ListingName, layout: ColumnLayout): void {
  useColumnLayouts.setState({ [listing]: layout })
  localStorage.setItem(STORED, JSON.stringify(useColumnLayouts.getState()))
}
