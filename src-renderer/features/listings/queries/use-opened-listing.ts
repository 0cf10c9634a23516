import { startTransition, useEffect, useState } from 'react'
import type { PackageListing } from '#domain/package/manifest.ts'
import type { AppError } from '#domain/result.ts'
import {
  alreadyOpened,
  listingKey,
  openIndexed,
  type OpenedListing,
} from '#renderer/features/listings/queries/opened-listings.ts'

export type Opening =
  | { readonly state: 'opening'; readonly done: number; readonly of: number }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'open'; readonly listing: OpenedListing }

/** Opens one listing once; the component that uses it is keyed by `listingKey`. */
export function useOpenedListing(inspectionId: string, described: PackageListing): Opening {
  const [opening, setOpening] = useState<Opening>(() => {
    const listing = alreadyOpened(listingKey(inspectionId, described))
    return listing ? { state: 'open', listing } : { state: 'opening', done: 0, of: described.blocks.length }
  })
  const isOpen = opening.state === 'open'

  useEffect(() => {
    if (isOpen) return
    let wanted = true
    const onBlock = (done: number, of: number) => wanted && setOpening({ state: 'opening', done, of })
    void openIndexed(inspectionId, described, onBlock).then((opened) => {
      if (!wanted) return
      const next: Opening = opened.ok
        ? { state: 'open', listing: opened.value }
        : { state: 'failed', error: opened.error }
      // The first drawing of a grid is long: as a transition it is made in slices.
      startTransition(() => setOpening(next))
    })
    return () => {
      wanted = false
    }
  }, [inspectionId, described, isOpen])
  return opening
}
