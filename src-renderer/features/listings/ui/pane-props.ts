import type React from 'react'
import type { Citations } from '#domain/finding/cite-rows.ts'
import type { Finding, LinkedRow } from '#domain/finding/finding.ts'
import type { RuleMark } from '#domain/listing/listing.ts'
import type { PackageListing } from '#domain/package/manifest.ts'

/** What rows and findings have to do with each other. */
export interface Citing {
  /** Those that are not in the bin, by number. */
  readonly findings: readonly Finding[]
  readonly citations: Citations
  /** Leads to a finding. */
  readonly onOpen: (findingId: string) => void
  /** Absent when nothing may be written. */
  readonly onAdd?: CiteRows | undefined
  readonly onRemove?: CiteRows | undefined
}
export type CiteRows = (finding: Finding, rows: readonly LinkedRow[]) => void

/** What every view of one listing needs to know. */
export interface PaneProps {
  readonly inspectionId: string
  readonly described: PackageListing
  readonly readOnly: boolean
  /** Who is at the laptop: written down when an identity is shown. */
  readonly viewer: string
  readonly citing: Citing
  readonly onCreateFinding: (rows: LinkedRow[], mark?: RuleMark) => void
  /** The rows that were refused when the file was read; `back` leads to the accepted ones. */
  readonly renderRejected: (described: PackageListing, back: React.ReactNode) => React.ReactNode
}
