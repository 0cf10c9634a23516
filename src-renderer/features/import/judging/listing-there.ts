import type { ImportNotice } from '#domain/listing/import-notices.ts'
import type { ListingName, ListingRow, RejectedRow } from '#domain/listing/listing.ts'
import type { ColumnMapping } from '#domain/listing/match-header.ts'
import type { Fate } from '#domain/listing/merge-corrected.ts'
import type { ListingSource } from '#domain/package/manifest.ts'
import type { VersionFile } from '#domain/package/package-version.ts'
import type { RuleMark } from '#domain/listing/listing.ts'

/** A listing of the package that files are imported into. */
export interface ListingThere {
  readonly listing: ListingName
  readonly source: ListingSource
  readonly rows: readonly ListingRow[]
  readonly rejected: readonly RejectedRow[]
  /** How the headers of this partner were settled before. */
  readonly mapping: ColumnMapping
}

/** How many rows a rule marked; the mark of the first stands for the rule. */
export interface RuleCount {
  readonly mark: RuleMark
  readonly rows: number
}

/** A file that was read, and how. */
export interface FileFacts {
  readonly file: VersionFile
  readonly sheet: string | null
  readonly headerLine: number
  readonly encoding: string
  readonly separator: string
  readonly unknownHeaders: readonly string[]
  readonly totalLines: readonly number[]
  readonly notices: readonly ImportNotice[]
}

/** A listing as it will stand in the new version, with every row judged again. */
export interface JudgedListing {
  readonly listing: ListingName
  /** Where the listing comes from: of one that rows were added to, still its first file. */
  readonly source: ListingSource
  readonly columns: readonly string[]
  readonly rows: readonly ListingRow[]
  readonly rejected: readonly RejectedRow[]
  /** The file that was read; null for a listing that was only judged again, because others changed. */
  readonly from: FileFacts | null
  /** What became of the rows of a file that was added to the listing. */
  readonly fates: Readonly<Record<Fate, number>> | null
}
