import type { Convention } from '#domain/convention/convention.ts'
import { judgeSteps, openListingFiles, type ImportedListing } from '#domain/listing/import-listings.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import type { OpenedFile } from '#domain/listing/open-listing-file.ts'
import { ok, type Result } from '#domain/result.ts'
import { seeFile } from '#renderer/features/import/worker/see-file.ts'
import type { News, Order, OrderedFile } from '#renderer/features/import/worker/import-messages.ts'
import { hashOf, readFile, type ReadBytes } from '#renderer/features/import/worker/read-file.ts'
import { countRules, textOfRejected } from '#renderer/features/import/worker/summarise.ts'
import { slices } from '#renderer/features/import/worker/slices.ts'

const tell = (news: News): void => postMessage(news)
const known = new Map<ListingName, ListingRow[]>()

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'known') know(data.listing, data.rows)
  else if (data.kind === 'look') void look(data.request, data)
  else void judge(data.files, data.convention)
})

function know(listing: ListingName, rows: readonly ListingRow[]): void {
  const before = known.get(listing) ?? []
  for (const row of rows) before.push(row)
  known.set(listing, before)
}

async function look(request: number, { file, settings }: OrderedFile): Promise<void> {
  const read = await readFile(file, settings)
  tell({ kind: 'seen', request, seen: read.ok ? await seeFile(read.value) : read })
}

async function judge(files: readonly OrderedFile[], convention: Convention): Promise<void> {
  const failure = await run(files, convention)
  if (failure.ok) tell({ kind: 'done' })
  else tell({ kind: 'failed', error: failure.error })
}

async function run(files: readonly OrderedFile[], convention: Convention): Promise<Result<null>> {
  const read: ReadBytes[] = []
  for (const { file, settings } of files) {
    const one = await readFile(file, settings)
    if (!one.ok) return one
    read.push(one.value)
  }
  const opened = await openListingFiles(read, convention)
  if (!opened.ok) return opened
  const loaded = [...known].map(([listing, rows]) => ({ listing, rows }))
  const steps = judgeSteps(opened.value, convention, loaded)
  let step = steps.next()
  for (; !step.done; step = steps.next()) tell({ kind: 'progress', ...step.value })
  for (const [at, imported] of step.value.entries()) {
    const [source, file] = [read[at], opened.value[at]]
    if (source && file) await tellListing(imported, source, file)
  }
  return ok(null)
}

async function tellListing(imported: ImportedListing, read: ReadBytes, opened: OpenedFile): Promise<void> {
  const { listing, columns, counts, encoding, separator, sheet, headerLine, headers, rows } = imported
  const { unknownHeaders, totalLines, rejected } = imported
  for (const slice of slices(rows)) tell({ kind: 'rows', rows: slice })
  for (const slice of slices(textOfRejected(rejected, opened))) tell({ kind: 'rejected', rows: slice })
  const { fileName, bytes, extractedOn } = read
  const source = {
    ...{ fileName, sha256: await hashOf(bytes), size: bytes.length, encoding, separator, extractedOn },
    headers: [...headers],
  }
  tell({
    kind: 'listing',
    listing: {
      ...{ listing, columns, source, sheet, headerLine, unknownHeaders, totalLines, ...counts },
      byRule: countRules(rows),
    },
  })
}
