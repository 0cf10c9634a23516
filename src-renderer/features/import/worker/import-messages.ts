import type { Convention } from '#domain/convention/convention.ts'
import type { ImportCounts } from '#domain/listing/import-listings.ts'
import type { ListingName, ListingRow, RejectedRow } from '#domain/listing/listing.ts'
import type { ColumnMapping } from '#domain/listing/match-header.ts'
import type { VersionFile } from '#domain/package/package-version.ts'
import type { AppError, Result } from '#domain/result.ts'
import type { FilePreview } from '#domain/listing/preview-file.ts'
import type {
  JudgedListing,
  ListingThere,
  RuleCount,
} from '#renderer/features/import/judging/listing-there.ts'

/** What the user settled about a file; the rest is recognised. */
export interface FileSettings {
  readonly listing?: ListingName
  readonly sheet?: string
  readonly headerLine?: number
  readonly mapping?: ColumnMapping
}

/** What a file is at first sight. */
export type SeenFile =
  | { readonly kind: 'listing'; readonly preview: FilePreview }
  | {
      readonly kind: 'convention'
      readonly convention: Convention
      readonly warnings: readonly AppError[]
      readonly source: VersionFile
    }

/** A judged listing without its rows: they travel before it. */
export interface ReadListing extends Omit<JudgedListing, 'rows' | 'rejected'> {
  readonly counts: ImportCounts
  readonly byRule: readonly RuleCount[]
}

export interface OrderedFile {
  readonly file: File
  readonly settings: FileSettings
  /** Its rows are added to the listing that is there. */
  readonly adds: boolean
}

/**
 * To the worker. Of a listing of the package its rows come first, in small pieces, so that the page is never held up by
 * copying them; then `there` says what else is known of it.
 */
export type Order =
  | ({ readonly kind: 'look'; readonly request: number } & Pick<OrderedFile, 'file' | 'settings'>)
  | { readonly kind: 'known'; readonly listing: ListingName; readonly rows: readonly ListingRow[] }
  | { readonly kind: 'there'; readonly listing: Omit<ListingThere, 'rows'> }
  | { readonly kind: 'judge'; readonly files: readonly OrderedFile[]; readonly convention: Convention }

/**
 * From the worker: `seen` answers one `look`. Of judged listings come, each in its turn, rows, refused rows, then
 * `listing`; at the end `done` or `failed`.
 */
export type News =
  | { readonly kind: 'seen'; readonly request: number; readonly seen: Result<SeenFile> }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'rows'; readonly rows: readonly ListingRow[] }
  | { readonly kind: 'rejected'; readonly rows: readonly RejectedRow[] }
  | { readonly kind: 'listing'; readonly listing: ReadListing }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: AppError }
