import { Type, type Static } from 'typebox'
import { Sha256, Uuid } from '#domain/ids.ts'
import { ListingName } from '#domain/listing/listing.ts'

/** One piece of a package: gzip of JSON, named by the SHA-256 of the gzip bytes. */
export const PackageBlock = Type.Object({
  sha256: Sha256,
  bytes: Type.Integer({ minimum: 0 }),
  rows: Type.Integer({ minimum: 0 }),
})
export type PackageBlock = Static<typeof PackageBlock>

/** Where a listing came from: printed in the report's method section. */
export const ListingSource = Type.Object({
  fileName: Type.String(),
  sha256: Sha256,
  size: Type.Integer({ minimum: 0 }),
  encoding: Type.String(),
  separator: Type.String(),
  extractedOn: Type.String(),
  /** The header of the file, for rows that go back to be corrected; older packages do not know it. */
  headers: Type.Optional(Type.Array(Type.String())),
})
export type ListingSource = Static<typeof ListingSource>

export const PackageListing = Type.Object({
  listing: ListingName,
  source: ListingSource,
  read: Type.Integer({ minimum: 0 }),
  accepted: Type.Integer({ minimum: 0 }),
  rejected: Type.Integer({ minimum: 0 }),
  /** Rows with at least one warning, and rows with at least one suggested finding. */
  warned: Type.Integer({ minimum: 0 }),
  suspicious: Type.Integer({ minimum: 0 }),
  /** Each a gzip of `ListingBlock`, in the order of the file. */
  blocks: Type.Array(PackageBlock),
  /** A gzip of `RejectedRow[]`, or null when none was rejected. */
  rejectedBlock: Type.Union([PackageBlock, Type.Null()]),
})
export type PackageListing = Static<typeof PackageListing>

/** What an inspector takes along for one inspection: the convention and its listings. Never changes; a new one has a new version. */
export const PackageManifest = Type.Object({
  inspectionId: Uuid,
  version: Type.Integer({ minimum: 1 }),
  /** The record of kind `package` it stands in, when the central store answers with one; otherwise it is the office's. */
  record: Type.Optional(Uuid),
  /** A gzip of `Convention`. */
  convention: PackageBlock,
  listings: Type.Array(PackageListing),
})
export type PackageManifest = Static<typeof PackageManifest>

/** Every block of a package. */
export const blocksOfPackage = ({
  convention,
  listings,
}: Pick<PackageManifest, 'convention' | 'listings'>): PackageBlock[] => [
  convention,
  ...listings.flatMap(({ blocks, rejectedBlock }) => [
    ...blocks,
    ...(rejectedBlock === null ? [] : [rejectedBlock]),
  ]),
]
