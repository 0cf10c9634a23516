import type { Convention } from '#domain/convention/convention.ts'
import type { ListingRow, RejectedRow } from '#domain/listing/listing.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { yieldToPage } from '#renderer/db/yield-to-page.ts'
import type { ListingThere } from '#renderer/features/import/judging/listing-there.ts'
import type {
  News,
  Order,
  OrderedFile,
  ReadListing,
  SeenFile,
} from '#renderer/features/import/worker/import-messages.ts'
import { slices } from '#renderer/features/import/worker/slices.ts'

/** A listing read and judged, not stored yet. */
export interface ReadFile extends ReadListing {
  readonly rows: readonly ListingRow[]
  readonly rejected: readonly RejectedRow[]
}

/** A worker that looks at files and reads them, and what it was asked for. */
export interface ImportSession {
  readonly look: (file: Pick<OrderedFile, 'file' | 'settings'>) => Promise<Result<SeenFile>>
  /** Hands over a listing of the package. */
  readonly know: (there: ListingThere) => Promise<void>
  readonly judge: (files: readonly OrderedFile[], convention: Convention) => Promise<Result<ReadFile[]>>
  readonly isOver: () => boolean
  /** Ends the worker at once: everything asked for answers `import.cancelled`, and nothing was written. */
  readonly end: () => void
}

type Answer<T> = (result: Result<T>) => void

/**
 * Starts a worker for one import. When it breaks down, what was asked for answers `mapping.import-stopped`.
 * Errors: `import.*`, `mapping.*`.
 */
export function startSession(onProgress: (done: number, of: number) => void): ImportSession {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' })
  const order = (message: Order) => worker.postMessage(message)
  const looks = new Map<number, Answer<SeenFile>>()
  const gathered = gatherFiles()
  let judged: Answer<ReadFile[]> | null = null
  let requests = 0
  let over = false
  const end = (code: string) => {
    over = true
    worker.terminate()
    for (const answer of looks.values()) answer(err(code))
    looks.clear()
    judged?.(err(code))
  }
  worker.onerror = () => end('mapping.import-stopped')
  worker.onmessage = ({ data }: MessageEvent<News>) => {
    if (data.kind === 'progress') onProgress(data.done, data.of)
    else if (data.kind === 'seen') {
      looks.get(data.request)?.(data.seen)
      looks.delete(data.request)
    } else if (data.kind === 'failed') judged?.({ ok: false, error: data.error })
    else if (data.kind === 'done') judged?.(ok(gathered.files))
    else gathered.take(data)
  }
  return {
    look: (file) =>
      new Promise((resolve) => {
        requests++
        looks.set(requests, resolve)
        order({ kind: 'look', request: requests, ...file })
      }),
    know: async ({ rows, ...there }) => {
      for (const slice of slices(rows)) {
        order({ kind: 'known', listing: there.listing, rows: slice })
        await yieldToPage()
      }
      order({ kind: 'there', listing: there })
    },
    judge: (files, convention) =>
      new Promise((resolve) => {
        judged = resolve
        order({ kind: 'judge', files, convention })
      }),
    isOver: () => over,
    end: () => end('import.cancelled'),
  }
}

/** Puts the pieces of each file together again. */
function gatherFiles() {
  const files: ReadFile[] = []
  let rows: ListingRow[] = []
  let rejected: RejectedRow[] = []
  const take = (news: Extract<News, { kind: 'rows' | 'rejected' | 'listing' }>) => {
    if (news.kind === 'rows') rows.push(...news.rows)
    else if (news.kind === 'rejected') rejected.push(...news.rows)
    else {
      files.push({ ...news.listing, rows, rejected })
      rows = []
      rejected = []
    }
  }
  return { files, take }
}
