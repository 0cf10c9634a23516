import { err, ok, type Result } from '#domain/result.ts'
import { inMegabytes, LIMITS } from '#domain/table/limits.ts'
import { packedBytes, readZipDirectory, withDirectoryOf, type ZipEntry } from '#domain/table/zip-directory.ts'

/** The parts that are read; macros, external links, drawings and the rest are not even unpacked. */
const READ_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/|worksheets\/)?[^/]+\.(?:xml|rels))$/i
const SHEET = /^xl\/worksheets\//i
const STORED = 0
const DEFLATED = 8

/** What is looked for in the unpacked bytes of one part, so that reading it cannot take all memory or time. */
interface PartWatch {
  /** Most bytes it may still have. */
  readonly bytes: number
  /** Most tags: parts other than sheets are held whole, as a tree. */
  readonly tags: number
  /** Longest stretch without the end of a tag: the reader keeps it whole and looks at it again and again. */
  readonly longestStretch: number
  /** Longest stretch without the end of a row: the reader keeps a row whole. */
  readonly longestRow: number
}

const MB = 1024 * 1024
const TAG_END = 0x3e
/** `<si><t>…</t></si>` */
const TAGS_OF_A_TEXT = 4
const ROW_END = [0x3c, 0x2f, 0x72, 0x6f, 0x77] as const

/**
 * Unpacks every part that will be read, keeping nothing, and counts: sizes a ZIP tells of itself may lie.
 * @returns the workbook with a directory of these parts only; errors `import.workbook-damaged`,
 *   `import.workbook-too-big`, `import.cell-too-big`, `import.too-many-texts`
 */
export async function checkWorkbook(bytes: Uint8Array): Promise<Result<Uint8Array>> {
  const entries = readZipDirectory(bytes)?.filter(({ name }) => READ_PARTS.test(name))
  if (!entries?.length) return err('import.workbook-damaged')
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  if (names.size < entries.length) return err('import.workbook-damaged')
  const left = { sheets: LIMITS.sheetBytes, parts: LIMITS.partBytes }
  for (const entry of entries) {
    const kind = SHEET.test(entry.name) ? 'sheets' : 'parts'
    const checked = await checkPart(bytes, entry, watchOf(kind, left[kind]))
    if (!checked.ok) return checked
    left[kind] -= checked.value
  }
  return ok(withDirectoryOf(bytes, entries))
}

const watchOf = (kind: 'sheets' | 'parts', bytes: number): PartWatch => ({
  bytes,
  tags: kind === 'sheets' ? Infinity : LIMITS.texts * TAGS_OF_A_TEXT,
  longestStretch: LIMITS.cellBytes,
  longestRow: kind === 'sheets' ? 16 * MB : Infinity,
})

/** Unpacks one part and forgets it. @returns its true size */
async function checkPart(bytes: Uint8Array, entry: ZipEntry, watch: PartWatch): Promise<Result<number>> {
  const packed = packedBytes(bytes, entry)
  if (!packed) return err('import.workbook-damaged')
  const inspector = inspectPart(watch)
  if (entry.method === STORED) return finish(inspector.take(packed), packed.length, entry)
  if (entry.method !== DEFLATED) return err('import.workbook-damaged')
  const { readable, writable } = new DecompressionStream('deflate-raw')
  feed(writable.getWriter(), packed)
  const reader = readable.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return finish(null, inspector.size(), entry)
      const fault = inspector.take(value)
      if (fault === null) continue
      await reader.cancel()
      return finish(fault, 0, entry)
    }
  } catch {
    return err('import.workbook-damaged')
  }
}

/** Failures of the writing side come out at the reading side as well. */
function feed(writer: ByteWriter, packed: Uint8Array): void {
  writer.write(packed).catch(() => undefined)
  writer.close().catch(() => undefined)
}

function finish(fault: string | null, size: number, entry: ZipEntry): Result<number> {
  if (fault === 'import.workbook-too-big') return err(fault, { max: inMegabytes(LIMITS.sheetBytes) })
  if (fault === 'import.too-many-texts') return err(fault, { max: LIMITS.texts })
  if (fault === 'import.cell-too-big') return err(fault, { max: inMegabytes(LIMITS.cellBytes) })
  return size === entry.size ? ok(size) : err('import.workbook-damaged')
}

interface PartInspector {
  /** Looks at the next bytes. @returns the code of an error, or null */
  readonly take: (bytes: Uint8Array) => string | null
  readonly size: () => number
}

function inspectPart(watch: PartWatch): PartInspector {
  let size = 0
  let stretch = 0
  let row = 0
  let tags = 0
  return {
    size: () => size,
    take: (bytes) => {
      size += bytes.length
      const first = bytes.indexOf(TAG_END)
      const longest = stretch + (first < 0 ? bytes.length : first)
      stretch = first < 0 ? longest : bytes.length - 1 - bytes.lastIndexOf(TAG_END)
      row = hasRowEnd(bytes) ? 0 : row + bytes.length
      if (Number.isFinite(watch.tags)) tags += countOf(bytes, TAG_END)
      if (size > watch.bytes) return 'import.workbook-too-big'
      if (tags > watch.tags) return 'import.too-many-texts'
      return longest > watch.longestStretch || row > watch.longestRow ? 'import.cell-too-big' : null
    },
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
