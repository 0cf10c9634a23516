import type React from 'react'
import type { LinkedRow } from '#domain/finding/finding.ts'
import type { RuleMark } from '#domain/listing/listing.ts'
import type { PackageListing } from '#domain/package/manifest.ts'

/** What every view of one listing needs to know. */
export interface PaneProps {
  readonly inspectionId: string
  readonly described: PackageListing
  readonly readOnly: boolean
  /** Who is at the laptop: written down when an identity is shown. */
  readonly viewer: string
  readonly onCreateFinding: (rows: LinkedRow[], mark?: RuleMark) => void
  /** The rows that were refused when the file was read; `back` leads to the accepted ones. */
  readonly renderRejected: (described: PackageListing, back: React.ReactNode) => React.ReactNode
}
