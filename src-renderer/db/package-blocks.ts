import type { PackageBlock, PackageManifest } from '#domain/package/manifest.ts'
import type { BlockPlace } from '#renderer/db/blocks.ts'

/** The place of the convention. */
export const CONVENTION = 'convention'

/** Suffix of the place of a listing's refused rows. */
export const REJECTED = ':rejected'

/** The place of every block of a package. */
export function blockPlaces({ inspectionId, convention, listings }: PackageManifest): BlockPlace[] {
  const place = (listing: string) => (block: PackageBlock, no: number) => ({
    inspectionId,
    listing,
    no,
    sha256: block.sha256,
  })
  return [
    place(CONVENTION)(convention, 0),
    ...listings.flatMap(({ listing, blocks, rejectedBlock }) => [
      ...blocks.map(place(listing)),
      ...(rejectedBlock === null ? [] : [place(listing + REJECTED)(rejectedBlock, 0)]),
    ]),
  ]
}
