import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { beforeEach, expect, it } from 'vitest'
import { keyringStore, type Keyring } from '#main/services/keyring/keyring-file.ts'
import { removeLeftovers } from '#main/services/atomic-file.ts'
import { ARGON2_SETTINGS } from '#main/services/keyring/argon2-settings.ts'
import { copyOf, INSPECTION, keyringOf, owner } from '#test/main/services/keyring/sample-vault.ts'
import { temporaryFolder } from '#test/main/services/temporary-folder.ts'

const keyring: Keyring = {
  owner,
  passphrase: { salt: 'c2FsdA==', settings: ARGON2_SETTINGS, osSecret: null, sealed: 'c2VhbGVk' },
  recovery: { keySha256: 'a'.repeat(64), sealed: 'c2VhbGVk' },
  signer: 'c2lnbmVy',
  packages: { [INSPECTION]: 'cGFja2FnZQ==' },
}
let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})

it('is nothing before enrolment, and reads back what was written', async () => {
  const store = keyringStore(folder)
  expect(await store.read()).toEqual({ ok: true, value: null })
  await store.write(keyring)
  expect(await store.read()).toEqual({ ok: true, value: keyring })
})

it('notices every flipped byte and goes on with the copy, which mends the file', async () => {
  const store = keyringStore(folder)
  await store.write(keyring)
  const good = await readFile(keyringOf(folder))
  for (let at = 0; at < good.byteLength; at += 7) {
    const bad = Buffer.from(good)
    bad.writeUInt8(bad.readUInt8(at) ^ 0x01, at)
    await writeFile(keyringOf(folder), bad)
    const read = await store.read()
    if (read.ok) expect(read.value).toEqual(keyring)
    else expect(read.error.code).toBe('vault.newer')
    await writeFile(keyringOf(folder), good)
  }
})

it.each(['{', '', 'null', '{"format":1}'])('uses the copy when the file holds “%s”', async (text) => {
  const store = keyringStore(folder)
  await store.write(keyring)
  await writeFile(keyringOf(folder), text)
  expect(await store.read()).toEqual({ ok: true, value: keyring })
  expect(await readFile(keyringOf(folder))).toEqual(await readFile(copyOf(folder)))
})

it('uses the copy when the file was deleted', async () => {
  const store = keyringStore(folder)
  await store.write(keyring)
  await rm(keyringOf(folder))
  expect(await store.read()).toEqual({ ok: true, value: keyring })
})

it('says damaged when neither can be read', async () => {
  const store = keyringStore(folder)
  await store.write(keyring)
  await writeFile(keyringOf(folder), 'x')
  await writeFile(copyOf(folder), 'y')
  expect(await store.read()).toEqual({ ok: false, error: { code: 'vault.damaged' } })
})

it('leaves the file of a newer app alone', async () => {
  const store = keyringStore(folder)
  await store.write(keyring)
  const newer = (await readFile(keyringOf(folder), 'utf8')).replace('"format":1', '"format":2')
  await writeFile(keyringOf(folder), newer)
  expect(await store.read()).toEqual({ ok: false, error: { code: 'vault.newer' } })
  expect(await readFile(keyringOf(folder), 'utf8')).toBe(newer)
})

it('keeps the old keyring when the app is killed between writing and renaming', async () => {
  const store = keyringStore(folder)
  await store.write(keyring)
  await writeFile(`${keyringOf(folder)}.1234.part`, '{"format":1,"sha')
  await removeLeftovers(folder)
  expect(await store.read()).toEqual({ ok: true, value: keyring })
  expect((await readdir(folder)).sort()).toEqual(['keyring.json', 'keyring.old.json'])
})

it('makes the copy equal after a kill between the two writes, so that a shredded key is in neither', async () => {
  const store = keyringStore(folder)
  await store.write(keyring)
  const before = await readFile(copyOf(folder))
  await store.write({ ...keyring, packages: {} })
  await writeFile(copyOf(folder), before)
  expect(await store.read()).toMatchObject({ value: { packages: {} } })
  expect(await readFile(copyOf(folder), 'utf8')).not.toContain(INSPECTION)
})
