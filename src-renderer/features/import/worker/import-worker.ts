import type { Convention } from '#domain/convention/convention.ts'
import type { ListingName, ListingRow } from '#domain/listing/listing.ts'
import { ok, type Result } from '#domain/result.ts'
import { judgeImport, type FileToJudge } from '#renderer/features/import/judging/judge-import.ts'
import type { JudgedListing, ListingThere } from '#renderer/features/import/judging/listing-there.ts'
import { countRules, countsOf } from '#renderer/features/import/judging/summarise.ts'
import type { News, Order, OrderedFile } from '#renderer/features/import/worker/import-messages.ts'
import { hashOf, readFile } from '#renderer/features/import/worker/read-file.ts'
import { seeFile } from '#renderer/features/import/worker/see-file.ts'
import { slices } from '#renderer/features/import/worker/slices.ts'

const tell = (news: News): void => postMessage(news)
const rowsThere = new Map<ListingName, ListingRow[]>()
const there: ListingThere[] = []

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.kind === 'known') know(data.listing, data.rows)
  else if (data.kind === 'there')
    there.push({ ...data.listing, rows: rowsThere.get(data.listing.listing) ?? [] })
  else if (data.kind === 'look') void look(data)
  else void judge(data.files, data.convention)
})

function know(listing: ListingName, rows: readonly ListingRow[]): void {
  const before = rowsThere.get(listing) ?? []
  for (const row of rows) before.push(row)
  rowsThere.set(listing, before)
}

async function look({ request, file, settings }: Extract<Order, { kind: 'look' }>): Promise<void> {
  const read = await readFile(file, settings)
  tell({ kind: 'seen', request, seen: read.ok ? await seeFile(read.value) : read })
}

async function judge(files: readonly OrderedFile[], convention: Convention): Promise<void> {
  const read = await readAll(files)
  const judged = read.ok
    ? await judgeImport({ files: read.value, there, convention }, (done, of) =>
        tell({ kind: 'progress', done, of }),
      )
    : read
  if (!judged.ok) {
    tell({ kind: 'failed', error: judged.error })
    return
  }
  for (const listing of judged.value) tellListing(listing)
  tell({ kind: 'done' })
}

async function readAll(files: readonly OrderedFile[]): Promise<Result<FileToJudge[]>> {
  const all: FileToJudge[] = []
  for (const { file, settings, adds } of files) {
    const read = await readFile(file, settings)
    if (!read.ok) return read
    const { fileName, bytes } = read.value
    all.push({
      read: read.value,
      file: { fileName, sha256: await hashOf(bytes), size: bytes.length },
      adds,
    })
  }
  return ok(all)
}

function tellListing({ rows, rejected, ...listing }: JudgedListing): void {
  for (const slice of slices(rows)) tell({ kind: 'rows', rows: slice })
  for (const slice of slices(rejected)) tell({ kind: 'rejected', rows: slice })
  const counts = countsOf(rows, rejected)
  tell({ kind: 'listing', listing: { ...listing, counts, byRule: countRules(rows) } })
}
