import { useEffect, useState } from 'react'
import type { LinkedRow } from '#domain/finding/finding.ts'
import { rowLabel } from '#domain/listing/columns.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import { ok, type Result } from '#domain/result.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { pinnedManifest, type Pin } from '#renderer/db/numbers/open-population.ts'
import { openRows } from '#renderer/db/open-rows.ts'
import { guarded } from '#renderer/db/store.ts'

/** The rows of the listing that a sample's lines are, by line. */
export interface SampledRows {
  readonly listing: ListingName
  /** Column names, in the order of the cells. */
  readonly columns: readonly string[]
  readonly rows: ReadonlyMap<string, ListingRow>
}

/**
 * Opens the version of the listing that a sample was drawn from and keeps its lines only; null while it is opened.
 * Errors: `sampling.listing-not-here`, those of `openRows`.
 */
export function useSampledRows(sample: InspectionSample): Result<SampledRows> | null {
  const { inspectionId, source, units } = sample
  const { listing, versionId, sha256 } = source
  const wanted = units.map(({ id }) => id).join('\n')
  const [opened, setOpened] = useState<Result<SampledRows> | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    void openSampledRows(inspectionId, { listing, versionId, sha256 }, new Set(wanted.split('\n'))).then(
      (rows) => {
        if (!leaving.signal.aborted) setOpened(rows)
      },
    )
    return () => leaving.abort()
  }, [inspectionId, listing, versionId, sha256, wanted])
  return opened
}

async function openSampledRows(
  inspectionId: string,
  pin: Pin,
  wanted: ReadonlySet<string>,
): Promise<Result<SampledRows>> {
  const { listing } = pin
  const opened = await guarded(async () => {
    const manifest = await pinnedManifest(inspectionId, pin)
    return manifest.ok ? await openRows(manifest.value, listing) : manifest
  })
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
