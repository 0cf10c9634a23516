import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { constants, inflateRawSync } from 'node:zlib'

/** Where a secret was found: the file, and how it was written there. */
export interface Leak {
  readonly file: string
  readonly secret: string
  readonly as: string
}
interface Needle {
  readonly secret: string
  readonly as: string
  readonly bytes: Buffer
}

const GZIP = Buffer.from([0x1f, 0x8b, 0x08])
const THREE_BYTES = 1 << 24

/** Ways in which Chromium, LevelDB and Node write text; keys of IndexedDB are UTF-16 with the high byte first. */
function formsOf(secret: string): Needle[] {
  const little = Buffer.from(secret, 'utf16le')
  const forms = {
    'UTF-8': Buffer.from(secret),
    'Latin-1': Buffer.from(secret, 'latin1'),
    'UTF-16LE': little,
    'UTF-16BE': Buffer.from(little).swap16(),
  }
  return Object.entries(forms).map(([as, bytes]) => ({ secret, as, bytes }))
}

/** A search for many texts in one go over the bytes: it looks closer only where three bytes begin one of them. */
function searchFor(secrets: readonly string[]): (content: Buffer) => Needle[] {
  const needles = new Map<number, Needle[]>()
  const begins = new Uint8Array(THREE_BYTES)
  for (const needle of secrets.flatMap(formsOf)) {
    const key = needle.bytes.readUIntBE(0, 3)
    needles.set(key, [...(needles.get(key) ?? []), needle])
    begins[key] = 1
  }
  return (content) => {
    const found = new Set<Needle>()
    let key = 0
    for (let end = 0; end < content.length; end++) {
      key = ((key << 8) | (content[end] ?? 0)) & (THREE_BYTES - 1)
      if (begins[key] === 0) continue
      for (const needle of needles.get(key) ?? []) {
        const { length } = needle.bytes
        if (content.subarray(end - 2, end - 2 + length).equals(needle.bytes)) found.add(needle)
      }
    }
    return [...found]
  }
}

/** Where the packed bytes begin behind the head of a gzip member (RFC 1952): a file name may stand between. */
function dataAt(bytes: Buffer, head: number): number {
  const FIXED = 10
  const HAS_NAME = 8
  const named = ((bytes[head + 3] ?? 0) & HAS_NAME) !== 0
  return named ? bytes.indexOf(0, head + FIXED) + 1 : head + FIXED
}

/** Everything that unpacks as gzip inside the bytes, also when its end was cut off or other bytes follow. */
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf(GZIP); at >= 0; at = bytes.indexOf(GZIP, at + 1)) {
    try {
      const data = bytes.subarray(dataAt(bytes, at))
      found.push(inflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH }))
    } catch {
      // Three bytes that only look like the head of a gzip member.
    }
  }
  return found
}

/** Every file below a folder. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true)
}

/** Looks for secrets (three bytes or more) in every byte of every file of a folder, and inside what gzip packed there. */
export function findSecrets(folder: string, secrets: readonly string[]): Leak[] {
  const search = searchFor(secrets)
  return filesOf(folder).flatMap((file) => {
    const bytes = readFileSync(file)
    const found = [bytes, ...unpacked(bytes)].flatMap(search)
    return found.map(({ secret, as }) => ({ file: path.relative(folder, file), secret, as }))
  })
}
