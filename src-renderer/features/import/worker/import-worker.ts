import { importSteps, type ImportedListing, type ListingFile } from '#domain/listing/import-listings.ts'
import { ROWS_PER_BLOCK, type ListingName, type ListingRow } from '#domain/listing/listing.ts'
import type { Convention } from '#domain/convention/convention.ts'
import type { News, Order } from '#renderer/features/import/worker/import-messages.ts'

const tell = (news: News): void => postMessage(news)
const known = new Map<ListingName, ListingRow[]>()

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'known') known.set(data.listing, [...(known.get(data.listing) ?? []), ...data.rows])
  else void importFiles(data.files, data.convention)
})

async function importFiles(files: readonly File[], convention: Convention): Promise<void> {
  const read = await readAll(files)
  if (!read) return
  const loaded = [...known].map(([listing, rows]) => ({ listing, rows }))
  const steps = importSteps(read, convention, loaded)
  let step = steps.next()
  for (; !step.done; step = steps.next()) tell({ kind: 'progress', ...step.value })
  if (!step.value.ok) {
    tell({ kind: 'failed', error: step.value.error })
    return
  }
  for (const [at, imported] of step.value.value.entries()) {
    const [file, source] = [files[at], read[at]]
    if (file && source) await tellListing(imported, file, source)
  }
  tell({ kind: 'done' })
}

/** The day a file was last written stands for its day of extraction: a file has no other. */
const dayOf = (file: File): string => new Date(file.lastModified).toISOString().slice(0, 10)

type ReadFile = ListingFile & { readonly bytes: Uint8Array<ArrayBuffer>; readonly extractedOn: string }

async function readAll(files: readonly File[]): Promise<ReadFile[] | null> {
  const read: ReadFile[] = []
  for (const file of files) {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      read.push({ fileName: file.name, bytes, extractedOn: dayOf(file) })
    } catch {
      tell({ kind: 'failed', error: { code: 'mapping.file-unreadable', details: { fileName: file.name } } })
      return null
    }
  }
  return read
}

async function tellListing(
  imported: ImportedListing,
  file: File,
  { bytes, extractedOn }: ReadFile,
): Promise<void> {
  const { rows, rejected, listing, encoding, separator, counts, columns, unknownHeaders, totalLines } =
    imported
  for (const slice of slices(rows)) tell({ kind: 'rows', rows: slice })
  for (const slice of slices(rejected)) tell({ kind: 'rejected', rows: slice })
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const source = { fileName: file.name, sha256, size: file.size, encoding, separator, extractedOn }
  tell({ kind: 'listing', listing: { listing, source, ...counts, columns, unknownHeaders, totalLines } })
}

function* slices<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += ROWS_PER_BLOCK) {
    yield items.slice(start, start + ROWS_PER_BLOCK)
  }
}
