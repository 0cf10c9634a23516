import { useEffect, useState } from 'react'
import type { LinkedRow } from '#domain/finding/finding.ts'
import { rowLabel } from '#domain/listing/columns.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import { ok, type Result } from '#domain/result.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { openListing } from '#renderer/db/packages.ts'

/** The rows of the listing that a sample's lines are, by line. */
export interface SampledRows {
  readonly listing: ListingName
  /** Column names, in the order of the cells. */
  readonly columns: readonly string[]
  readonly rows: ReadonlyMap<string, ListingRow>
}

/**
 * Opens the version of the listing that a sample was drawn from and keeps its lines only; null while it is opened.
 * Errors: those of `openListing`.
 */
export function useSampledRows(sample: InspectionSample): Result<SampledRows> | null {
  const { inspectionId, source, units } = sample
  const { listing, versionId } = source
  const wanted = units.map(({ id }) => id).join('\n')
  const [opened, setOpened] = useState<Result<SampledRows> | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    void openSampledRows(inspectionId, listing, versionId, new Set(wanted.split('\n'))).then((rows) => {
      if (!leaving.signal.aborted) setOpened(rows)
    })
    return () => leaving.abort()
  }, [inspectionId, listing, versionId, wanted])
  return opened
}

async function openSampledRows(
  inspectionId: string,
  listing: ListingName,
  versionId: string,
  wanted: ReadonlySet<string>,
): Promise<Result<SampledRows>> {
  const opened = await openListing(inspectionId, listing, undefined, versionId)
  if (!opened.ok) return opened
  const { columns, rows } = opened.value
  const sampled = rows.flatMap((row): [string, ListingRow][] => {
    const id = rowLabel(listing, row.cells)
    return wanted.has(id) ? [[id, row]] : []
  })
  return ok({ listing, columns, rows: new Map(sampled) })
}

/** What findings may be called by at most. */
const LONGEST_LABEL = 80

/** Lines as a finding refers to their rows. */
export const linkedRowsOf = ({ listing, rows }: SampledRows, lineIds: readonly string[]): LinkedRow[] =>
  lineIds.flatMap((id) => {
    const row = rows.get(id)
    return row ? [{ listing, line: row.line, label: id.slice(0, LONGEST_LABEL) }] : []
  })
