import type { Convention } from '#domain/convention/convention.ts'
import type { ListingName, ListingRow, RejectedRow, RuleMark } from '#domain/listing/listing.ts'
import type { ColumnMapping } from '#domain/listing/match-header.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import type { VersionFile } from '#domain/package/package-version.ts'
import type { AppError, Result } from '#domain/result.ts'
import type { FilePreview } from '#domain/listing/preview-file.ts'

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

/** How many rows a rule marked; the mark of the first stands for the rule. */
export interface RuleCount {
  readonly mark: RuleMark
  readonly rows: number
}

/** What a read file is said to be, without its rows; the hash is that of the file's bytes. */
export type ReadListing = Omit<PackageListing, 'blocks' | 'rejectedBlock'> & {
  readonly columns: readonly string[]
  readonly sheet: string | null
  readonly headerLine: number
  readonly unknownHeaders: readonly string[]
  readonly totalLines: readonly number[]
  readonly byRule: readonly RuleCount[]
}

export interface OrderedFile {
  readonly file: File
  readonly settings: FileSettings
}

/** To the worker. Rows travel in small pieces, so that the page is never held up by copying them. */
export type Order =
  | ({ readonly kind: 'look'; readonly request: number } & OrderedFile)
  | { readonly kind: 'known'; readonly listing: ListingName; readonly rows: readonly ListingRow[] }
  | { readonly kind: 'judge'; readonly files: readonly OrderedFile[]; readonly convention: Convention }

/**
 * From the worker: `seen` answers one `look`. Of judged files come, each in its turn, rows, refused rows, then `listing`;
 * at the end `done` or `failed`.
 */
export type News =
  | { readonly kind: 'seen'; readonly request: number; readonly seen: Result<SeenFile> }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'rows'; readonly rows: readonly ListingRow[] }
  | { readonly kind: 'rejected'; readonly rows: readonly RejectedRow[] }
  | { readonly kind: 'listing'; readonly listing: ReadListing }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: AppError }
