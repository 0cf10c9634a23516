import { LIMITS } from '#domain/table/limits.ts'
import { WorkbookFault } from '#domain/table/workbook-fault.ts'
import { packedAsGzip, type ZipEntry } from '#domain/table/zip-directory.ts'

/** What is looked for in the unpacked bytes of one part, so that reading it cannot take all memory or time. */
export interface PartWatch {
  /** How many bytes it and all others of its kind may still have. */
  readonly budget: { left: number }
  /** Most tags. */
  readonly tags: number
  /** Longest stretch without the end of a tag: it is kept whole. */
  readonly longestStretch: number
  /** Longest stretch without the end of a row: a row is kept whole. */
  readonly longestRow: number
}

const MB = 1024 * 1024
const TAG_END = 0x3e
/** `<si><t>…</t></si>` */
const TAGS_OF_A_TEXT = 4
const ROW_END = [0x3c, 0x2f, 0x72, 0x6f, 0x77] as const
/** A piece of a bomb unpacks to a thousand times its size, all at once: pieces are small. */
const PIECE = 16 * 1024

/** Watches for the parts of one workbook: its sheets, whose rows come and go, and the others, which are held. */
export const createWatches = (): Readonly<Record<'sheet' | 'part', PartWatch>> => ({
  sheet: {
    budget: { left: LIMITS.sheetBytes },
    tags: Infinity,
    longestStretch: LIMITS.cellBytes,
    longestRow: 16 * MB,
  },
  part: {
    budget: { left: LIMITS.partBytes },
    tags: LIMITS.texts * TAGS_OF_A_TEXT,
    longestStretch: LIMITS.cellBytes,
    longestRow: Infinity,
  },
})

/**
 * Unpacks one part and watches its bytes pass: the sizes that a ZIP tells of itself may lie. The platform says
 * whether size and checksum are true when the part ends. Throws `WorkbookFault`, and what the platform throws.
 */
export async function* unpackPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  watch: PartWatch,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.size > watch.budget.left) throw new WorkbookFault('import.workbook-too-big')
  const packed = packedAsGzip(bytes, entry)
  if (!packed) throw new WorkbookFault('import.workbook-damaged')
  const inspect = createInspector(watch)
  const { readable, writable } = new DecompressionStream('gzip')
  // Failures of the writing side come out at the reading side as well.
  feed(writable.getWriter(), packed).catch(() => undefined)
  const reader = readable.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      inspect(next.value)
      yield next.value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

async function feed(writer: ByteWriter, pieces: readonly Uint8Array[]): Promise<void> {
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += PIECE) {
      await writer.ready
      await writer.write(piece.subarray(at, at + PIECE))
    }
  await writer.close()
}

/** Looks at bytes as they come; throws `WorkbookFault` when a limit is passed. */
function createInspector(watch: PartWatch): (bytes: Uint8Array) => void {
  let stretch = 0
  let row = 0
  let tags = 0
  return (bytes) => {
    watch.budget.left -= bytes.length
    const first = bytes.indexOf(TAG_END)
    const longest = stretch + (first < 0 ? bytes.length : first)
    stretch = first < 0 ? longest : bytes.length - 1 - bytes.lastIndexOf(TAG_END)
    row = hasRowEnd(bytes) ? 0 : row + bytes.length
    if (Number.isFinite(watch.tags)) tags += countOf(bytes, TAG_END)
    if (watch.budget.left < 0) throw new WorkbookFault('import.workbook-too-big')
    if (tags > watch.tags) throw new WorkbookFault('import.too-many-texts')
    if (longest > watch.longestStretch || row > watch.longestRow)
      throw new WorkbookFault('import.cell-too-big')
  }
}

function countOf(bytes: Uint8Array, wanted: number): number {
  let count = 0
  for (const byte of bytes) if (byte === wanted) count++
  return count
}

/** Found at once in an ordinary sheet, whose rows are short. */
function hasRowEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(ROW_END[0]); at >= 0; at = bytes.indexOf(ROW_END[0], at + 1))
    if (ROW_END.every((byte, place) => bytes[at + place] === byte)) return true
  return false
}
