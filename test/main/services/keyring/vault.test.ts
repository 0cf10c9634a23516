import { constants, privateDecrypt } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { beforeEach, expect, it } from 'vitest'
import { keyringStore, type Keyring } from '#main/services/keyring/keyring-file.ts'
import type { OsSecret } from '#main/services/keyring/os-secret.ts'
import { subkey } from '#main/services/keyring/seal.ts'
import type { Result } from '#domain/result.ts'
import {
  INSPECTION,
  newVault,
  owner,
  PASSPHRASE,
  recovery,
  vaultIn,
} from '#test/main/services/keyring/sample-vault.ts'
import { temporaryFolder } from '#test/main/services/temporary-folder.ts'

const OTHER = '0198c000-0000-7000-8000-000000000002'
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.error.code)
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const keyring = async (folder: string): Promise<Keyring> => value(await keyringStore(folder).read())!

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})

it('gives the same keys after a restart, and none before it is opened', async () => {
  const first = vaultIn(folder)
  await first.create(newVault)
  const rows = value(await first.packageKeys(INSPECTION)).rows
  const second = vaultIn(folder)
  expect(code(second.key('records'))).toBe('vault.locked')
  expect(code(await second.packageKeys(INSPECTION))).toBe('vault.locked')
  expect(value(await second.unlock(PASSPHRASE))).toEqual(owner)
  expect(second.key('records')).toEqual(first.key('records'))
  expect(value(await second.packageKeys(INSPECTION)).rows).toEqual(rows)
  expect(value(await second.signer())).toEqual(newVault.signer)
})

it('forgets the keys when it is locked', async () => {
  const vault = vaultIn(folder)
  await vault.create(newVault)
  vault.lock()
  expect(vault.isOpen()).toBe(false)
  expect(code(vault.key('records'))).toBe('vault.locked')
  expect(code(await vault.signer())).toBe('vault.locked')
})

it('opens a passphrase typed with composed or decomposed accents', async () => {
  const passphrase = 'éléphant à Évere'
  await vaultIn(folder).create({ ...newVault, passphrase: passphrase.normalize('NFC') })
  expect(code(await vaultIn(folder).unlock(passphrase.normalize('NFD')))).toBe('ok')
})

it('refuses a wrong passphrase, and after three makes the user wait, also over a restart', async () => {
  let now = 1_000_000
  const start = () => vaultIn(folder, { now: () => now })
  await start().create(newVault)
  for (let n = 0; n < 3; n++) expect(code(await start().unlock('wrong'))).toBe('vault.wrong-passphrase')
  expect(await start().unlock(PASSPHRASE)).toEqual({
    ok: false,
    error: { code: 'vault.wait', details: { seconds: 2 } },
  })
  now += 2_000
  expect(code(await start().unlock(PASSPHRASE))).toBe('ok')
  expect(await start().waitMs()).toBe(0)
})

it('opens the sealed master key with the organisation’s recovery key', async () => {
  const vault = vaultIn(folder)
  await vault.create(newVault)
  const { sealed } = (await keyring(folder)).recovery
  const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  const masterKey = privateDecrypt({ key: recovery.privateKey, ...padding }, Buffer.from(sealed, 'base64'))
  expect(subkey(masterKey, 'records')).toEqual(value(vault.key('records')))
})

it('never makes a second vault over an existing one', async () => {
  await vaultIn(folder).create(newVault)
  const before = await readFile(`${folder}/keyring.json`)
  expect(code(await vaultIn(folder).create(newVault))).toBe('vault.exists')
  expect(await readFile(`${folder}/keyring.json`)).toEqual(before)
})

it('shreds a package: a new key is another key, and the old one is in no copy', async () => {
  const vault = vaultIn(folder)
  await vault.create(newVault)
  const old = value(await vault.packageKeys(INSPECTION))
  const wrapped = (await keyring(folder)).packages[INSPECTION]!
  await vault.shred(INSPECTION)
  for (const copy of ['keyring.json', 'keyring.old.json']) {
    expect(await readFile(`${folder}/${copy}`, 'utf8')).not.toContain(wrapped)
  }
  expect(value(await vault.packageKeys(INSPECTION)).files).not.toEqual(old.files)
})

it('makes one key for a package that is asked for twice at once', async () => {
  const vault = vaultIn(folder)
  await vault.create(newVault)
  const [one, two] = await Promise.all([vault.packageKeys(INSPECTION), vault.packageKeys(INSPECTION)])
  expect(one).toEqual(two)
})

it('notices swapped packages, swapped slots and another owner', async () => {
  const vault = vaultIn(folder)
  await vault.create(newVault)
  await vault.packageKeys(INSPECTION)
  await vault.packageKeys(OTHER)
  const good = await keyring(folder)
  const packages = { [INSPECTION]: good.packages[OTHER]!, [OTHER]: good.packages[INSPECTION]! }
  await keyringStore(folder).write({ ...good, packages })
  expect(code(await vault.packageKeys(INSPECTION))).toBe('vault.damaged')
  await keyringStore(folder).write({ ...good, signer: good.packages[OTHER]! })
  expect(code(await vault.signer())).toBe('vault.damaged')
  const slot = { ...good.passphrase, sealed: good.packages[OTHER]! }
  await keyringStore(folder).write({ ...good, passphrase: slot })
  expect(code(await vaultIn(folder).unlock(PASSPHRASE))).toBe('vault.wrong-passphrase')
  await keyringStore(folder).write({ ...good, owner: { ...owner, deviceId: OTHER } })
  expect(code(await vaultIn(folder).unlock(PASSPHRASE))).toBe('vault.wrong-passphrase')
})

it('mixes in the operating system’s secret where there is one, and says when it is lost', async () => {
  const osSecret: OsSecret = {
    available: () => true,
    seal: (secret) => Buffer.from(secret).reverse().toString('base64'),
    unseal: (sealed) => Buffer.from(sealed, 'base64').reverse(),
  }
  const lost: OsSecret = { ...osSecret, unseal: () => null }
  const another: OsSecret = { ...osSecret, unseal: () => Buffer.alloc(32) }
  await vaultIn(folder, { osSecret }).create(newVault)
  expect(code(await vaultIn(folder, { osSecret: lost }).unlock(PASSPHRASE))).toBe('vault.os-secret-lost')
  expect(code(await vaultIn(folder, { osSecret: another }).unlock(PASSPHRASE))).toBe('vault.wrong-passphrase')
  expect(code(await vaultIn(folder, { osSecret }).unlock(PASSPHRASE))).toBe('ok')
})

it('says damaged, and deletes nothing, when both copies are gone bad', async () => {
  await vaultIn(folder).create(newVault)
  for (const copy of ['keyring.json', 'keyring.old.json']) await writeFile(`${folder}/${copy}`, 'bad')
  expect(code(await vaultIn(folder).unlock(PASSPHRASE))).toBe('vault.damaged')
  expect(code(await vaultIn(folder).create(newVault))).toBe('vault.damaged')
})
