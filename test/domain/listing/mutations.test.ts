import { beforeAll, describe, expect, it } from 'vitest'
import { importListings, type ListingFile } from '#domain/listing/import-listings.ts'
import { previewFile } from '#domain/listing/preview-file.ts'
import { decodeText } from '#domain/table/decode-text.ts'
import { writeWorkbook } from '#domain/table/write-workbook.ts'
import { chanceOf, damage } from '#test/fixtures/listings/damage.ts'
import { sampleConvention, sampleFiles } from '#test/fixtures/listings/small-world.ts'
import { faultsOf } from '#test/fixtures/listings/valid-row.ts'
import { unzip, zip } from '#test/fixtures/workbooks/zip.ts'

const SEED = 20_261_123
const FILES = 2000
const LONGEST_MS = 5000
const convention = sampleConvention()
const texts = sampleFiles()
let books: ListingFile[] = []

beforeAll(async () => {
  books = await Promise.all(texts.map(asBook))
})

async function asBook({ fileName, bytes }: ListingFile): Promise<ListingFile> {
  const decoded = decodeText(bytes)
  const lines = decoded.ok ? decoded.value.text.split(/\r?\n/).filter((line) => line !== '') : []
  const rows = lines.map((line) =>
    line.split(';').map((cell) => (/^\d{1,4}$/.test(cell) ? Number(cell) : cell)),
  )
  return { fileName: fileName.replace('csv', 'xlsx'), bytes: await writeWorkbook([{ name: 'A', rows }]) }
}

/** Damages one of the files inside a workbook and packs it again, so that its checksums are right. */
function damageInside(bytes: Uint8Array, chance: () => number): Uint8Array {
  const parts = unzip(bytes)
  const names = [...parts.keys()]
  const sheets = names.filter((name) => name.includes('sheet') || name.includes('sharedStrings'))
  const among = chance() < 0.7 ? sheets : names
  const name = among[Math.floor(chance() * among.length)] ?? ''
  return zip(parts.set(name, damage(parts.get(name) ?? new Uint8Array(), chance)))
}

/** The nth damaged file: half are texts, a quarter workbooks damaged as they are, a quarter damaged inside. */
function damagedFile(nth: number): ListingFile {
  const chance = chanceOf(SEED + nth)
  const kind = nth % 4
  const all = kind < 2 ? texts : books
  const file = all[Math.floor(chance() * all.length)] ?? { fileName: '', bytes: new Uint8Array() }
  const bytes = kind === 3 ? damageInside(file.bytes, chance) : damage(file.bytes, chance)
  return { ...file, bytes }
}

interface Outcome {
  readonly code: string
  readonly accepted: number
  readonly rejected: number
  readonly faults: readonly string[]
}

async function importDamaged(nth: number): Promise<Outcome> {
  const file = damagedFile(nth)
  const imported = await importListings([file], convention)
  if (!imported.ok) return { code: imported.error.code, accepted: 0, rejected: 0, faults: [] }
  const [one] = imported.value
  const faults = one?.rows.flatMap((row) =>
    faultsOf(one.listing, row).map((column) => `file ${nth}, line ${row.line}: ${column}`),
  )
  const { accepted = 0, rejected = 0, read = 0 } = one?.counts ?? {}
  const lost = accepted + rejected === read ? [] : [`file ${nth}: rows lost`]
  return { code: 'ok', accepted, rejected, faults: [...(faults ?? []), ...lost] }
}

describe('2,000 randomly damaged files', () => {
  it('never crash the import, never hold it up, and every accepted row is valid', async () => {
    const counts = new Map<string, number>()
    let [accepted, rejected] = [0, 0]
    for (let nth = 0; nth < FILES; nth++) {
      const started = performance.now()
      const outcome = await importDamaged(nth)
      expect(outcome.faults).toEqual([])
      expect(performance.now() - started, `file ${nth}`).toBeLessThan(LONGEST_MS)
      counts.set(outcome.code, (counts.get(outcome.code) ?? 0) + 1)
      accepted += outcome.accepted
      rejected += outcome.rejected
    }
    // The damage is neither too small nor too large to tell anything.
    expect(counts.get('ok')).toBeGreaterThan(FILES / 5)
    expect(counts.get('import.workbook-damaged')).toBeGreaterThan(FILES / 20)
    expect(Math.min(accepted, rejected)).toBeGreaterThan(500)
    expect(counts.size).toBeGreaterThan(6)
  })

  it('never crash the preview', async () => {
    for (let nth = 0; nth < FILES; nth += 20) expect(await previewFile(damagedFile(nth))).toHaveProperty('ok')
  })
})
