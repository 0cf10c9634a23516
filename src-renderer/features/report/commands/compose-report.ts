import i18next from 'i18next'
import type { Catalog } from '#domain/i18n/translate.ts'
import { buildReport } from '#domain/report/build-report.ts'
import type { ReportInput } from '#domain/report/report-input.ts'
import type { ReportModel } from '#domain/report/report-model.ts'
import { signingDoubts, type SigningDoubt } from '#domain/report/signing-doubts.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { listListings, readConvention } from '#renderer/db/packages.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { gatherNumbers } from '#renderer/features/report/queries/gather-numbers.ts'
import { makePrintCopies, type PrintCopies } from '#renderer/features/report/commands/print-copies.ts'
import { bridge } from '#renderer/platform/bridge.ts'
import { flushAllFields } from '#renderer/ui/autosave.ts'
import { controlGrid } from '#renderer/ui/control-grid.ts'

/** A report as it would be signed now: what is printed, and the photos that go along. */
export interface ComposedReport {
  readonly model: ReportModel
  readonly images: PrintCopies
  /** What is asked about before it is signed. */
  readonly doubts: readonly SigningDoubt[]
}

/**
 * Puts the report together from what is recorded; what is still being typed is saved first.
 * Errors: `report.no-package`, those of `vault:status`.
 */
export async function composeReport(inspectionId: string): Promise<Result<ComposedReport>> {
  await flushAllFields()
  const [inspection, convention, vault] = await Promise.all([
    getRecord('inspection', inspectionId),
    readConvention(inspectionId),
    bridge.invoke('vault:status', null),
  ])
  if (!vault.ok) return vault
  if (!inspection || !convention) return err('report.no-package')
  const [answers, findings, evidence, reports, listings, numbers] = await Promise.all([
    listRecords('answer', inspectionId),
    listRecords('finding', inspectionId),
    listRecords('evidence', inspectionId),
    listRecords('report', inspectionId),
    listListings(inspectionId),
    gatherNumbers(inspectionId),
  ])
  const images = await makePrintCopies(evidence)
  const input: ReportInput = {
    ...{ inspection, convention, grid: controlGrid, answers, findings, evidence, listings, ...numbers },
    organisation: vault.value.owner?.organisation ?? '',
    version: reports.reduce((highest, { version }) => Math.max(highest, version), 0) + 1,
    createdAt: new Date().toISOString(),
    print: catalog(inspection.language, 'print'),
    areas: Object.fromEntries(AREAS.map((area) => [area, catalog(inspection.language, area)])),
    printable: new Set(Object.keys(images)),
  }
  return ok({ model: buildReport(input), images, doubts: signingDoubts(input) })
}

/** Whose names of lines, causes and parameters a report prints. */
const AREAS = ['settlement']

const catalog = (language: string, area: string): Catalog =>
  i18next.getResourceBundle(language, area) as Catalog

/** Lays a composed report out for reading. */
export async function layOutPreview({ model, images }: ComposedReport): Promise<Result<Uint8Array>> {
  const laidOut = await bridge.invoke('report:preview', { model, images })
  return laidOut.ok ? ok(laidOut.value.bytes) : laidOut
}
