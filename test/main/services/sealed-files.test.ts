import { randomBytes } from 'node:crypto'
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { ok, type Result } from '#domain/result.ts'
import { diskSpace } from '#main/services/disk-space.ts'
import { newKey } from '#main/services/keyring/seal.ts'
import { sealedFiles, type FileName, type SealedFiles } from '#main/services/sealed-files.ts'
import { SEGMENT_BYTES } from '#main/services/sealed-format.ts'
import { temporaryFolder } from '#test/main/services/temporary-folder.ts'

const INSPECTION = '0198c000-0000-7000-8000-000000000001'
const HEADER = 20
const STRIDE = SEGMENT_BYTES + 16
const GIB = 1024 ** 3

const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code)

let folder: string
let files: SealedFiles
const keys = { rows: newKey(), files: newKey() }
const filesWith = (freeBytes: number, key = keys): SealedFiles =>
  sealedFiles({
    folder,
    disk: diskSpace(folder, () => Promise.resolve(freeBytes)),
    packageKeys: () => Promise.resolve(ok(key)),
  })
beforeEach(async () => {
  folder = await temporaryFolder()
  files = filesWith(GIB)
})

async function store(bytes: Uint8Array): Promise<FileName> {
  const stored = await files.store(INSPECTION, bytes)
  if (!stored.ok) throw new Error(stored.error.code)
  return { inspectionId: INSPECTION, sha256: stored.value.sha256 }
}
const pathOf = ({ sha256 }: FileName) => path.join(folder, 'files', INSPECTION, `${sha256}.sealed`)

it.each([1, 1000, SEGMENT_BYTES - 1, SEGMENT_BYTES, SEGMENT_BYTES + 1, 3 * SEGMENT_BYTES, 3_500_000])(
  'gives %d bytes back as they were',
  async (size) => {
    const bytes = randomBytes(size)
    const name = await store(bytes)
    expect(await files.has(name)).toBe(true)
    const read = await files.read(name)
    expect(read.ok && read.value.equals(bytes)).toBe(true)
  },
)

it('reads any part without the rest', async () => {
  const bytes = randomBytes(3_500_000)
  const name = await store(bytes)
  for (const [start, end] of [
    [0, 10],
    [SEGMENT_BYTES - 5, SEGMENT_BYTES + 5],
    [SEGMENT_BYTES, 2 * SEGMENT_BYTES],
    [3_400_000, 9_999_999],
  ] as const) {
    const part = await files.withReader(name, async (reader) => ok(await reader.read(start, end)))
    expect(part.ok && part.value?.equals(bytes.subarray(start, end))).toBe(true)
  }
})

it('leaves nothing readable on disk, and the same file twice is two different ones', async () => {
  const bytes = Buffer.alloc(5000, 'CONFIDENTIEL ')
  const name = await store(bytes)
  const first = await readFile(pathOf(name))
  expect(first.includes('CONFIDENTIEL')).toBe(false)
  await files.removeAll(INSPECTION)
  await store(bytes)
  expect((await readFile(pathOf(name))).equals(first)).toBe(false)
})

it('notices a flipped bit anywhere', async () => {
  const name = await store(randomBytes(SEGMENT_BYTES + 100))
  const good = await readFile(pathOf(name))
  for (const at of [
    0,
    5,
    HEADER,
    HEADER + 500,
    HEADER + SEGMENT_BYTES + 3,
    STRIDE + HEADER,
    good.length - 1,
  ]) {
    const bad = Buffer.from(good)
    bad.writeUInt8(bad.readUInt8(at) ^ 0x80, at)
    await writeFile(pathOf(name), bad)
    expect(code(await files.read(name))).toBe('file.damaged')
  }
})

it('notices a cut, also exactly between two segments', async () => {
  const name = await store(randomBytes(2 * SEGMENT_BYTES + 100))
  for (const length of [HEADER + 2 * STRIDE + 50, HEADER + 2 * STRIDE, HEADER + STRIDE, HEADER, 3, 0]) {
    await truncate(pathOf(name), length)
    expect(code(await files.read(name))).toBe('file.damaged')
  }
})

it('notices segments put in another order', async () => {
  const name = await store(randomBytes(3 * SEGMENT_BYTES))
  const sealed = await readFile(pathOf(name))
  const [first, second] = [0, 1].map((no) =>
    sealed.subarray(HEADER + no * STRIDE, HEADER + (no + 1) * STRIDE),
  )
  const rest = sealed.subarray(HEADER + 2 * STRIDE)
  await writeFile(pathOf(name), Buffer.concat([sealed.subarray(0, HEADER), second!, first!, rest]))
  expect(code(await files.read(name))).toBe('file.damaged')
})

it('notices one file put in the place of another', async () => {
  const one = await store(randomBytes(4000))
  const other = await store(randomBytes(4000))
  await writeFile(pathOf(one), await readFile(pathOf(other)))
  expect(code(await files.read(one))).toBe('file.damaged')
})

it('opens nothing with the key of another package', async () => {
  const name = await store(randomBytes(4000))
  const stranger = filesWith(GIB, { rows: newKey(), files: newKey() })
  expect(code(await stranger.read(name))).toBe('file.damaged')
})

it('writes a damaged file anew when it is stored again', async () => {
  const bytes = randomBytes(4000)
  const name = await store(bytes)
  await truncate(pathOf(name), 100)
  await store(bytes)
  expect(code(await files.read(name))).toBe('ok')
})

it('refuses a file when the disk is nearly full, and keeps what was there', async () => {
  const name = await store(randomBytes(4000))
  const full = filesWith(150 * 1024 * 1024)
  expect(await full.store(INSPECTION, randomBytes(10))).toEqual({
    ok: false,
    error: { code: 'file.disk-full', details: { freeMB: 150 } },
  })
  expect(code(await full.read(name))).toBe('ok')
  expect(await readdir(path.dirname(pathOf(name)))).toHaveLength(1)
})

it('says missing for a file that is not here', async () => {
  const name = { inspectionId: INSPECTION, sha256: 'a'.repeat(64) }
  expect(await files.has(name)).toBe(false)
  expect(code(await files.read(name))).toBe('file.missing')
})
