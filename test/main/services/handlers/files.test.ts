import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Value } from 'typebox/value'
import { expect, it } from 'vitest'
import { requests } from '#bridge/contract.ts'
import { diskSpace } from '#main/services/disk-space.ts'
import { fileHandlers } from '#main/services/handlers/files.ts'
import { sealedFiles } from '#main/services/sealed-files.ts'
import { err } from '#domain/result.ts'
import { temporaryFolder } from '#test/main/services/temporary-folder.ts'

const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 65])

function handlersAsking(folder: string, askWhere: (name: string) => Promise<string | null>) {
  const disk = diskSpace(folder)
  const files = sealedFiles({ folder, disk, packageKeys: () => Promise.resolve(err('vault.locked')) })
  return fileHandlers({ files, askWhere })
}

it('writes what the page made where the user says, under a safe name', async () => {
  const folder = await temporaryFolder()
  const handlers = handlersAsking(folder, (name) => Promise.resolve(path.join(folder, name)))
  const saved = await handlers['file:save']({ suggestedName: '../activités: 2025.csv', bytes })
  expect(saved).toEqual({ ok: true, value: { saved: true } })
  expect(await readdir(folder)).toEqual(['activités- 2025.csv'])
  expect(new Uint8Array(await readFile(path.join(folder, 'activités- 2025.csv')))).toEqual(bytes)
})

it('replaces a file of that name whole', async () => {
  const folder = await temporaryFolder()
  const file = path.join(folder, 'rows.csv')
  await writeFile(file, 'something much longer than four bytes')
  const handlers = handlersAsking(folder, () => Promise.resolve(file))
  await handlers['file:save']({ suggestedName: 'rows.csv', bytes })
  expect(new Uint8Array(await readFile(file))).toEqual(bytes)
})

it('writes nothing when the user changes their mind', async () => {
  const folder = await temporaryFolder()
  const handlers = handlersAsking(folder, () => Promise.resolve(null))
  const saved = await handlers['file:save']({ suggestedName: 'rows.csv', bytes })
  expect(saved).toEqual({ ok: true, value: { saved: false } })
  expect(await readdir(folder)).toEqual([])
})

it('says so and leaves no half file when the place takes none', async () => {
  const folder = await temporaryFolder()
  const place = path.join(folder, 'rows.csv')
  await mkdir(place)
  await writeFile(path.join(place, 'kept'), '')
  const handlers = handlersAsking(folder, () => Promise.resolve(place))
  const saved = await handlers['file:save']({ suggestedName: 'rows.csv', bytes })
  expect(saved).toMatchObject({ ok: false, error: { code: 'file.not-saved' } })
  expect(await readdir(folder)).toEqual(['rows.csv'])
  expect(await readdir(place)).toEqual(['kept'])
})

it('takes bytes only, up to 128 MiB', () => {
  const { input } = requests['file:save']
  const named = (content: unknown) => Value.Check(input, { suggestedName: 'rows.csv', bytes: content })
  expect(named(bytes)).toBe(true)
  expect(named('text')).toBe(false)
  expect(named(new Uint8Array(128 * 1024 * 1024 + 1))).toBe(false)
})
