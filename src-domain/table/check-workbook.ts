import { err, ok, type Result } from '#domain/result.ts'
import { inMegabytes, LIMITS } from '#domain/table/limits.ts'
import {
  packedAsGzip,
  readZipDirectory,
  withDirectoryOf,
  type ZipEntry,
} from '#domain/table/zip-directory.ts'

/** The parts that are read; macros, external links, drawings and the rest are not even unpacked. */
const READ_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/|worksheets\/)?[^/]+\.(?:xml|rels))$/i
/** The parts that say which sheets there are. */
const LIST_PARTS = /(?:\.rels|\[Content_Types\]\.xml|\/workbook[^/]*\.xml)$/i
const SHEET = /^xl\/worksheets\//i
/** The end tag of a whole XML, and how many of the last bytes hold it. */
const END = /<\/[\w:.-]+>\s*$/
const END_LENGTH = 200

/** A workbook whose directory names only some of its parts: the others can't be unpacked from it. */
export interface CheckedWorkbook {
  /** With all parts that are read. */
  readonly whole: Uint8Array
  /** With those that list the sheets. */
  readonly list: Uint8Array
}

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
const latin1 = new TextDecoder('latin1')
const TAG_END = 0x3e
/** `<si><t>…</t></si>` */
const TAGS_OF_A_TEXT = 4
const ROW_END = [0x3c, 0x2f, 0x72, 0x6f, 0x77] as const

/**
 * Unpacks every part that will be read, keeping nothing, and counts: sizes a ZIP tells of itself may lie.
 * @returns errors `import.workbook-damaged`,
 *   `import.workbook-too-big`, `import.cell-too-big`, `import.too-many-texts`
 */
export async function checkWorkbook(bytes: Uint8Array): Promise<Result<CheckedWorkbook>> {
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
  const listing = entries.filter(({ name }) => LIST_PARTS.test(name))
  return ok({ whole: withDirectoryOf(bytes, entries), list: withDirectoryOf(bytes, listing) })
}

const watchOf = (kind: 'sheets' | 'parts', bytes: number): PartWatch => ({
  bytes,
  tags: kind === 'sheets' ? Infinity : LIMITS.texts * TAGS_OF_A_TEXT,
  longestStretch: LIMITS.cellBytes,
  longestRow: kind === 'sheets' ? 16 * MB : Infinity,
})

/** Unpacks one part and forgets it. @returns its true size */
async function checkPart(bytes: Uint8Array, entry: ZipEntry, watch: PartWatch): Promise<Result<number>> {
  if (entry.size > watch.bytes) return refuse('import.workbook-too-big')
  const packed = packedAsGzip(bytes, entry)
  if (!packed) return refuse('import.workbook-damaged')
  const inspector = inspectPart(watch)
  const { readable, writable } = new DecompressionStream('gzip')
  feed(writable.getWriter(), packed)
  const reader = readable.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return inspector.hasEnd() ? ok(inspector.size()) : refuse('import.workbook-damaged')
      const fault = inspector.take(value)
      if (fault === null) continue
      await reader.cancel()
      return refuse(fault)
    }
  } catch {
    return refuse('import.workbook-damaged')
  }
}

/** Failures of the writing side come out at the reading side as well. */
function feed(writer: ByteWriter, pieces: readonly Uint8Array[]): void {
  for (const piece of pieces) writer.write(piece).catch(() => undefined)
  writer.close().catch(() => undefined)
}

function refuse(code: string): Result<never> {
  if (code === 'import.workbook-too-big') return err(code, { max: inMegabytes(LIMITS.sheetBytes) })
  if (code === 'import.cell-too-big') return err(code, { max: inMegabytes(LIMITS.cellBytes) })
  return code === 'import.too-many-texts' ? err(code, { max: LIMITS.texts }) : err(code)
}

interface PartInspector {
  /** Looks at the next bytes. @returns the code of an error, or null */
  readonly take: (bytes: Uint8Array) => string | null
  readonly size: () => number
  /** True when it ends with the end of a tag, as every XML does: nothing was cut off. */
  readonly hasEnd: () => boolean
}

function inspectPart(watch: PartWatch): PartInspector {
  let size = 0
  let stretch = 0
  let row = 0
  let tags = 0
  let tail = ''
  return {
    size: () => size,
    hasEnd: () => END.test(tail),
    take: (bytes) => {
      size += bytes.length
      tail = (tail + latin1.decode(bytes.subarray(-END_LENGTH))).slice(-END_LENGTH)
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
