import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { BALLAST_BYTES, diskSpace } from '#main/services/disk-space.ts'
import { temporaryFolder } from '#test/main/services/temporary-folder.ts'

const MIB = 1024 * 1024

it('lays the ballast down once while there is room, and gives it up when there is none', async () => {
  const folder = await temporaryFolder()
  let free = 10_000 * MIB
  const disk = diskSpace(folder, () => Promise.resolve(free))
  await disk.trim()
  await disk.trim()
  expect((await stat(path.join(folder, 'ballast'))).size).toBe(BALLAST_BYTES)
  free = 100 * MIB
  await disk.trim()
  expect(await readdir(folder)).toEqual(['ballast'])
  free = 10 * MIB
  await disk.trim()
  expect(await readdir(folder)).toEqual([])
})

it('lays no ballast on a disk that is nearly full', async () => {
  const folder = await temporaryFolder()
  await diskSpace(folder, () => Promise.resolve(250 * MIB)).trim()
  expect(await readdir(folder)).toEqual([])
})

it('counts the size of the file against the floor', async () => {
  const disk = diskSpace(await temporaryFolder(), () => Promise.resolve(210 * MIB))
  expect((await disk.reserve(5 * MIB)).ok).toBe(true)
  expect((await disk.reserve(20 * MIB)).ok).toBe(false)
})

it('asks the system how much is free', async () => {
  expect(await diskSpace(await temporaryFolder()).freeBytes()).toBeGreaterThan(0)
})
