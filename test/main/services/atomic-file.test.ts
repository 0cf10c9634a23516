import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readIfPresent, removeLeftovers, writeAll, writeAtomically } from '#main/services/atomic-file.ts'
import { temporaryFolder } from '#test/main/services/temporary-folder.ts'

/** A disk that takes at most `most` bytes at a time. */
function slowDisk(most: number) {
  const taken: Buffer[] = []
  const write = (bytes: Uint8Array, at: number, length: number) => {
    const part = Buffer.from(bytes.subarray(at, at + Math.min(most, length)))
    taken.push(part)
    return Promise.resolve({ bytesWritten: part.byteLength, buffer: bytes })
  }
  return { taken, file: { write } as unknown as Parameters<typeof writeAll>[0] }
}

it('goes on after a short write until everything is written', async () => {
  const disk = slowDisk(3)
  await writeAll(disk.file, Buffer.from('eleven byte'))
  expect(Buffer.concat(disk.taken).toString()).toBe('eleven byte')
})

it('fails when the disk takes nothing any more', async () => {
  await expect(writeAll(slowDisk(0).file, Buffer.from('x'))).rejects.toMatchObject({ code: 'ENOSPC' })
})

it('keeps the old file and leaves nothing behind when the new one is not good', async () => {
  const folder = await temporaryFolder()
  const file = path.join(folder, 'keys.json')
  await writeFile(file, 'old')
  const bad = writeAtomically(
    file,
    (handle) => writeAll(handle, Buffer.from('new')),
    () => Promise.reject(new Error('not what was meant')),
  )
  await expect(bad).rejects.toThrow('not what was meant')
  expect(await readFile(file, 'utf8')).toBe('old')
  expect(await readdir(folder)).toEqual(['keys.json'])
})

it('removes what a killed process left half-written, in folders below too', async () => {
  const folder = await temporaryFolder()
  await writeAtomically(path.join(folder, 'deep/whole'), (handle) => writeAll(handle, Buffer.from('whole')))
  await writeFile(path.join(folder, 'deep/half.1234.part'), 'ha')
  await removeLeftovers(folder)
  expect(await readdir(path.join(folder, 'deep'))).toEqual(['whole'])
})

it('tells a missing file from an unreadable one', async () => {
  const folder = await temporaryFolder()
  expect(await readIfPresent(path.join(folder, 'nothing'))).toBeNull()
  await expect(readIfPresent(folder)).rejects.toMatchObject({ code: 'EISDIR' })
})
