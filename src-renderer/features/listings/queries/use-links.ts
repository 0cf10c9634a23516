import { useEffect, useState } from 'react'
import type { LinkedListings } from '#domain/listing/links.ts'
import type { Result } from '#domain/result.ts'
import { openLinks } from '#renderer/features/listings/queries/open-links.ts'
import { useListings } from '#renderer/features/listings/queries/use-listings.ts'

/** What is linked among the listings of an inspection; undefined while it is read. */
export function useLinks(inspectionId: string): Result<LinkedListings> | undefined {
  const listings = useListings(inspectionId)
  const [links, setLinks] = useState<Result<LinkedListings>>()
  useEffect(() => {
    if (!listings) return
    let wanted = true
    void openLinks(inspectionId, listings).then((opened) => wanted && setLinks(opened))
    return () => {
      wanted = false
    }
  }, [inspectionId, listings])
  return links
}
