import type { Convention } from '#domain/convention/convention.ts'
import type { ListingName, ListingRow, RejectedRow } from '#domain/listing/listing.ts'
import { ROWS_PER_BLOCK } from '#domain/listing/listing.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { News, Order, ReadListing } from '#renderer/features/import/worker/import-messages.ts'

/** A file read and judged, not stored yet. */
export interface ReadFile extends ReadListing {
  readonly rows: readonly ListingRow[]
  readonly rejectedRows: readonly RejectedRow[]
}

/** An import going on in its worker. */
export interface RunningImport {
  readonly result: Promise<Result<ReadFile[]>>
  /** Hands over rows of a listing already in the package, to be looked up in. */
  readonly know: (listing: ListingName, rows: readonly ListingRow[]) => void
  readonly begin: (files: readonly File[], convention: Convention) => void
  /** Ends the worker at once; nothing was written, so nothing remains. */
  readonly cancel: () => void
}

/** Starts a worker that reads listing files; its end, good or bad, ends the worker. Errors: `import.*`, `mapping.*`. */
export function startImport(onProgress: (done: number, of: number) => void): RunningImport {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  const order = (message: Order) => worker.postMessage(message)
  const { promise, resolve } = Promise.withResolvers<Result<ReadFile[]>>()
  const end = (result: Result<ReadFile[]>) => {
    worker.terminate()
    resolve(result)
  }
  const gathered = gatherFiles()
  worker.onerror = () => end(err('mapping.import-stopped'))
  worker.onmessage = ({ data }: MessageEvent<News>) => {
    if (data.kind === 'progress') onProgress(data.done, data.of)
    else if (data.kind === 'failed') end({ ok: false, error: data.error })
    else if (data.kind === 'done') end(ok(gathered.files))
    else gathered.take(data)
  }
  return {
    result: promise,
    know: (listing, rows) => {
      for (let start = 0; start < rows.length; start += ROWS_PER_BLOCK) {
        order({ kind: 'known', listing, rows: rows.slice(start, start + ROWS_PER_BLOCK) })
      }
    },
    begin: (files, convention) => order({ kind: 'import', files, convention }),
    cancel: () => end(err('import.cancelled')),
  }
}

/** Puts the pieces of each file together again. */
function gatherFiles() {
  const files: ReadFile[] = []
  let rows: ListingRow[] = []
  let rejectedRows: RejectedRow[] = []
  const take = (news: Extract<News, { kind: 'rows' | 'rejected' | 'listing' }>) => {
    if (news.kind === 'rows') rows.push(...news.rows)
    else if (news.kind === 'rejected') rejectedRows.push(...news.rows)
    else {
      files.push({ ...news.listing, rows, rejectedRows })
      rows = []
      rejectedRows = []
    }
  }
  return { files, take }
}
