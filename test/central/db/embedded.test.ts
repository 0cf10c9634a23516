import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openEmbedded } from '#central/db/embedded.ts'
import { lockFolder } from '#central/db/folder-lock.ts'
import { migrate } from '#central/db/migrate.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'constat-db-'))
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true })
})

/** A process that has ended: its number is free. */
const endedPid = (): number => spawnSync(process.execPath, ['-e', '']).pid

it('gives a folder to one process and says which one has it', () => {
  const data = path.join(folder, 'database')
  fs.writeFileSync(`${data}.lock`, String(process.ppid))
  expect(() => lockFolder(data)).toThrow(`in use by process ${process.ppid}`)
  fs.rmSync(`${data}.lock`)
  const unlock = lockFolder(data)
  expect(() => lockFolder(data)).toThrow('in use')
  unlock()
  expect(fs.existsSync(`${data}.lock`)).toBe(false)
})

it('takes over the lock of a process that is gone, and an empty one', () => {
  const data = path.join(folder, 'database')
  for (const left of [String(endedPid()), '', String(process.pid)]) {
    fs.writeFileSync(`${data}.lock`, left)
    lockFolder(data)()
  }
  expect(fs.readdirSync(folder)).toEqual([])
})

it('keeps what was committed, forgets what was not, and refuses an edited migration', async () => {
  const data = path.join(folder, 'database')
  const migrations = path.join(folder, 'migrations')
  fs.mkdirSync(migrations)
  fs.writeFileSync(path.join(migrations, '0001_first.sql'), 'CREATE TABLE t (n bigint);')
  const before = await openEmbedded(data)
  expect(await migrate(before, migrations)).toEqual(['0001_first.sql'])
  await before.transaction((tx) => tx.query('INSERT INTO t VALUES (9007199254740991)'))
  const failing = before.transaction(async (tx) => {
    await tx.query('INSERT INTO t VALUES (2)')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await before.close()

  const after = await openEmbedded(data)
  expect(await migrate(after, migrations)).toEqual([])
  expect(await after.query('SELECT n FROM t')).toEqual([{ n: 9007199254740991 }])
  fs.writeFileSync(path.join(migrations, '0002_second.sql'), 'CREATE TABLE u (n int); SELECT nothing;')
  await expect(migrate(after, migrations)).rejects.toThrow()
  expect(await after.query(`SELECT to_regclass('u') AS u`)).toEqual([{ u: null }])
  fs.writeFileSync(path.join(migrations, '0001_first.sql'), 'CREATE TABLE t (n int);')
  await expect(migrate(after, migrations)).rejects.toThrow('was edited')
  await after.close()
})
