import type { ControlGrid } from '#domain/checklist/control-grid.ts'
import type { Convention } from '#domain/convention/convention.ts'
import type { Evidence, Finding } from '#domain/finding/finding.ts'
import type { Catalog } from '#domain/i18n/translate.ts'
import type { Answer, Inspection } from '#domain/inspection/inspection.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import type { CheckedSample } from '#domain/report/print-sample.ts'
import type { SettledInspection } from '#domain/report/print-settlement.ts'
import type { Areas } from '#domain/report/print-words.ts'
import type { Result } from '#domain/result.ts'
import type { InspectionSettlement } from '#domain/settlement/inspection-settlement.ts'

/** All that a report is made of. */
export interface ReportInput {
  readonly inspection: Inspection
  readonly convention: Convention
  readonly grid: ControlGrid
  readonly answers: readonly Answer[]
  readonly findings: readonly Finding[]
  readonly evidence: readonly Evidence[]
  readonly listings: readonly PackageListing[]
  readonly samples: readonly CheckedSample[]
  /** What the inspector decided on the settlement; null while nothing was. */
  readonly decided: InspectionSettlement | null
  /** The settlement computed from it all; null when there is nothing to settle. */
  readonly settled: Result<SettledInspection | null>
  /** The body that issues the report. */
  readonly organisation: string
  /** 1 for the first; a later one replaces the version before it. */
  readonly version: number
  /** ISO 8601 UTC. */
  readonly createdAt: string
  /** The catalog `print` in the language of the inspection (the partner's). */
  readonly print: Catalog
  /** The catalogs `sampling` and `settlement` in the same language: warnings, causes, parameters. */
  readonly areas: Areas
  /** Hashes of the evidence of which a JPEG print copy goes along. */
  readonly printable: ReadonlySet<string>
}
