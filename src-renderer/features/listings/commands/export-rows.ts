import { err, ok, type Result } from '#domain/result.ts'
import { yieldToPage } from '#renderer/db/yield-to-page.ts'
import {
  exportedColumns,
  sheetWriter,
  textWriter,
  type ExportFormat,
  type ExportWords,
} from '#renderer/features/listings/commands/export-cells.ts'
import type { OpenedListing } from '#renderer/features/listings/queries/opened-listings.ts'
import type { GridColumn } from '#renderer/features/listings/ui/grid-columns.ts'
import type { News, Order } from '#renderer/features/listings/worker/export-messages.ts'
import { bridge } from '#renderer/platform/bridge.ts'

export interface Export {
  readonly listing: OpenedListing
  /** The columns shown; the margin stays behind. */
  readonly columns: readonly GridColumn[]
  /** The rows shown, in their order. */
  readonly view: Int32Array
  readonly format: ExportFormat
  /** Name of the file without its ending, and of the sheet. */
  readonly fileName: string
  readonly sheetName: string
  readonly words: ExportWords
}

/** Rows that travel to the worker at once. */
const PIECE = 1000
/** Pixels of a letter, to turn widths on the screen into those of a workbook. */
const LETTER = 7

/**
 * Writes what the grid shows to a file where the user says; the page stays free all along.
 * Errors: `file.not-saved`, `listing.export-stopped`, `listing.export-cancelled`.
 * @param onProgress hears how many rows of how many were handed over
 */
export async function exportRows(
  what: Export,
  onProgress: (done: number, of: number) => void,
  cancelled: AbortSignal,
): Promise<Result<{ saved: boolean }>> {
  const worker = new Worker(new URL('../worker/export-worker.ts', import.meta.url), { type: 'module' })
  const written = fileOf(worker, cancelled)
  await handOver(what, (order) => worker.postMessage(order), onProgress, cancelled)
  const bytes = await written
  worker.terminate()
  if (!bytes.ok) return bytes
  return await bridge.invoke('file:save', {
    suggestedName: `${what.fileName}.${what.format}`,
    bytes: bytes.value,
  })
}

function fileOf(worker: Worker, cancelled: AbortSignal): Promise<Result<News['bytes']>> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<News>) => resolve(ok(data.bytes))
    worker.onerror = () => resolve(err('listing.export-stopped'))
    cancelled.addEventListener('abort', () => resolve(err('listing.export-cancelled')))
  })
}

async function handOver(
  what: Export,
  order: (order: Order) => void,
  onProgress: (done: number, of: number) => void,
  cancelled: AbortSignal,
): Promise<void> {
  const { listing, view, format, sheetName, words } = what
  const columns = exportedColumns(what.columns)
  const write = format === 'csv' ? textWriter(columns, words) : sheetWriter(columns, words)
  const widths = columns.map(({ width }) => Math.round(width / LETTER))
  order(format === 'csv' ? { kind: 'csv' } : { kind: 'xlsx', name: sheetName, widths })
  order({ kind: 'rows', rows: [columns.map(({ title }) => title)] })
  for (let start = 0; start < view.length && !cancelled.aborted; start += PIECE) {
    const rows = [...view.subarray(start, start + PIECE)].flatMap((place) => listing.rows[place] ?? [])
    order({ kind: 'rows', rows: rows.map(write) })
    onProgress(Math.min(start + PIECE, view.length), view.length)
    await yieldToPage()
  }
  order({ kind: 'write' })
}
