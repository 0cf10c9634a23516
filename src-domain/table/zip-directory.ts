/** One file inside a ZIP, as the directory at its end tells it; the sizes may lie. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  /** CRC-32 of the unpacked bytes. */
  readonly checksum: number
  readonly packedSize: number
  readonly size: number
  /** Where its local header begins. */
  readonly offset: number
}

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_RECORD = 0x02014b50
const DIRECTORY_END = 0x06054b50
const END_SIZE = 22
const RECORD_SIZE = 46
const LOCAL_SIZE = 30
/** The end of the directory may be followed by a comment. */
const LONGEST_COMMENT = 65_535
/** Stands for a number that did not fit, and is found in an extra field. */
const ELSEWHERE = 0xffff_ffff
const ZIP64_EXTRA = 1
const MOST_ENTRIES = 10_000
const STORED = 0
const DEFLATED = 8
const LONGEST_BLOCK = 65_535
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, DEFLATED, 0, 0, 0, 0, 0, 0, 255)

/** Reads the directory of a ZIP. @returns null when it has none that holds together */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) return null
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  while (entries.length < count) {
    const record = readRecord(bytes, view, at)
    if (!record) return null
    entries.push(record.entry)
    at = record.end
  }
  return entries
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === DIRECTORY_END) return at
  return null
}

/** @returns the entry, and where the next record begins */
function readRecord(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; end: number } | null {
  if (at + RECORD_SIZE > view.byteLength || view.getUint32(at, true) !== DIRECTORY_RECORD) return null
  const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true))
  const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths
  const extraAt = at + RECORD_SIZE + nameLength
  const end = extraAt + extraLength + commentLength
  if (end > view.byteLength) return null
  const wide = wideNumbers(view, extraAt, extraLength)
  const numberAt = (place: number): number => {
    const number = view.getUint32(at + place, true)
    return number === ELSEWHERE ? (wide.shift() ?? Infinity) : number
  }
  const [size, packedSize, offset] = [numberAt(24), numberAt(20), numberAt(42)]
  const name = new TextDecoder('utf-8').decode(bytes.subarray(at + RECORD_SIZE, extraAt))
  const [method, checksum] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)]
  return { entry: { name, method, checksum, packedSize, size, offset }, end }
}

/** The numbers of an extra field of ZIP64, in their order: size, packed size, offset. */
function wideNumbers(view: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length;) {
    const size = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === ZIP64_EXTRA) {
      const count = Math.floor(Math.min(size, start + length - at - 4) / 8)
      return Array.from({ length: count }, (_, nth) => Number(view.getBigUint64(at + 4 + 8 * nth, true)))
    }
    at += 4 + size
  }
  return []
}

/** The packed bytes of one file. @returns null when they are not where the directory says */
export function packedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + LOCAL_SIZE > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) return null
  const start = offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return start + packedSize <= bytes.length ? bytes.subarray(start, start + packedSize) : null
}

/**
 * One file as the pieces of a gzip, which tells at its end whether checksum and size are those of the directory.
 * @returns null when it is not where the directory says, or packed in a way workbooks are not
 */
export function packedAsGzip(bytes: Uint8Array, entry: ZipEntry): Uint8Array[] | null {
  const packed = packedBytes(bytes, entry)
  if (!packed || (entry.method !== DEFLATED && entry.method !== STORED)) return null
  const end = new DataView(new ArrayBuffer(8))
  end.setUint32(0, entry.checksum, true)
  end.setUint32(4, entry.size, true)
  const body = entry.method === STORED ? storedBlocks(packed) : [packed]
  return [GZIP_HEADER, ...body, new Uint8Array(end.buffer)]
}

/** Bytes as a deflate stream that packs nothing. */
function storedBlocks(bytes: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0; at === 0 || at < bytes.length; at += LONGEST_BLOCK) {
    const block = bytes.subarray(at, at + LONGEST_BLOCK)
    const [low, high] = [block.length & 0xff, block.length >> 8]
    const isLast = at + LONGEST_BLOCK >= bytes.length
    pieces.push(Uint8Array.of(Number(isLast), low, high, ~low, ~high), block)
  }
  return pieces
}
