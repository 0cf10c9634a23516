import type { Convention } from '#domain/convention/convention.ts'
import type { ListingName, ListingRow, RejectedRow } from '#domain/listing/listing.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import type { AppError } from '#domain/result.ts'

/** What a read file is said to be, without its rows; the hash is that of the file's bytes. */
export type ReadListing = Omit<PackageListing, 'blocks' | 'rejectedBlock'> & {
  readonly columns: readonly string[]
  readonly unknownHeaders: readonly string[]
  readonly totalLines: readonly number[]
}

/** To the worker. Rows travel in small pieces, so that the page is never held up by copying them. */
export type Order =
  | { readonly kind: 'known'; readonly listing: ListingName; readonly rows: readonly ListingRow[] }
  | { readonly kind: 'import'; readonly files: readonly File[]; readonly convention: Convention }

/** From the worker: for each file its rows, its refused rows, then `listing`; at the end `done` or `failed`. */
export type News =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'rows'; readonly rows: readonly ListingRow[] }
  | { readonly kind: 'rejected'; readonly rows: readonly RejectedRow[] }
  | { readonly kind: 'listing'; readonly listing: ReadListing }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: AppError }
