import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import Dexie from 'dexie'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Bridge } from '#bridge/contract.ts'
import { hashPassword } from '#central/accounts/password.ts'
import { readSettings } from '#central/config.ts'
import { openCentral, type Central } from '#central/open-central.ts'
import { storeAccounts } from '#central/repositories/accounts.ts'
import { storeInspections } from '#central/repositories/inspections.ts'
import { storePackage } from '#central/repositories/packages.ts'
import type { User } from '#domain/account/account.ts'
import { err } from '#domain/result.ts'
import { buildServices } from '#main/services/build-services.ts'
import type { Fetch } from '#main/services/transport.ts'
import { closeStore, openStore } from '#renderer/db/store.ts'
import { createPorts } from '#renderer/platform/ports.ts'
import { createPump, type Pump } from '#renderer/sync/pump.ts'
import { noOsSecret, PASSPHRASE } from '#test/main/services/keyring/sample-vault.ts'
import { makePackage } from '#test/renderer/db/sample-package.ts'
import { inspectionOf } from '#test/renderer/open-test-store.ts'

export const INSPECTION = '0198c000-0000-7000-8000-0000000000a1'
const AGREEMENT = 'ACT-2026-0001'
const PASSWORD = 'Inspection-2026'

const account = (last: string, role: User['role']): User => ({
  id: `0198c000-0000-7000-8000-0000000000${last}`,
  email: `${last}@constat.example`,
  displayName: `Account ${last}`,
  role,
})
export const inspector = account('b1', 'INSPECTOR')
export const supervisor = account('c1', 'SUPERVISOR')

/** The real central store, on the embedded database and a free port, with one planned inspection. */
export async function startCentral(folder: string): Promise<{ central: Central; url: string }> {
  const settings = readSettings({
    ...{
      CONSTAT_DATA: path.join(folder, 'central'),
      CONSTAT_PASSWORD_MIB: '8',
      CONSTAT_PASSWORD_ROUNDS: '1',
    },
  })
  if (!settings.ok) throw new Error(settings.error.code)
  const central = await openCentral(settings.value)
  await fill(central)
  await central.app.listen({ host: '127.0.0.1', port: 0 })
  return { central, url: `http://127.0.0.1:${(central.app.server.address() as AddressInfo).port}` }
}

async function fill({ deps }: Central): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD, deps.settings.password)
  await storeAccounts(
    deps.db,
    [inspector, supervisor].map((user) => ({ user, passwordHash })),
  )
  const { manifest, bytes } = await makePackage(INSPECTION)
  for (const block of bytes.values()) deps.content.put(Buffer.from(block))
  const { version, convention, listings } = manifest
  await storePackage(deps.db, AGREEMENT, { version, convention, listings, bytes: 1000, rowCount: 50 })
  const record = { ...inspectionOf(INSPECTION, 'ASSIGNED'), inspectorId: inspector.id }
  await storeInspections(deps.db, [
    { id: INSPECTION, agreementNo: AGREEMENT, inspectorId: inspector.id, record },
  ])
}

export interface RealLaptop {
  readonly bridge: Bridge
  /** Opens this laptop's own store; only one laptop is open at a time. */
  enter(): Promise<Pump>
}

/** A laptop with the real services behind its bridge, enrolled for a user. */
export async function enrolLaptop(
  userData: string,
  url: string,
  user: User,
  network: Fetch = fetch,
): Promise<RealLaptop> {
  const { handlers } = await buildServices({
    ...{ userData, version: '0.1.0', fetch: network, osSecret: noOsSecret, now: () => new Date() },
    stretch: ({ passphrase }) => Promise.resolve(new Uint8Array(Buffer.alloc(32, passphrase))),
    pdf: {
      layout: () => Promise.resolve(err('pdf.worker-crashed')),
      glyphs: () => Promise.resolve(err('pdf.worker-crashed')),
    },
    announce: () => undefined,
    askWhere: () => Promise.resolve(null),
    reloadWindows: () => undefined,
    speak: () => undefined,
  })
  const bridge: Bridge = {
    invoke: (name, input) => handlers[name](input),
    on: () => () => undefined,
  }
  const account = { serverUrl: url, email: user.email, password: PASSWORD }
  const signedIn = await bridge.invoke('account:sign-in', account)
  if (!signedIn.ok) throw new Error(signedIn.error.code)
  const vault = await bridge.invoke('vault:create', { passphrase: PASSPHRASE })
  if (!vault.ok) throw new Error(vault.error.code)
  const disk = new IDBFactory()
  return { bridge, enter: () => enter(bridge, disk, vault.value.recordKey) }
}

async function enter(bridge: Bridge, disk: IDBFactory, recordKey: Uint8Array): Promise<Pump> {
  closeStore()
  Dexie.dependencies.indexedDB = disk
  const opened = await openStore(recordKey, (inspectionId) =>
    bridge.invoke('vault:package-key', { inspectionId }),
  )
  if (!opened.ok) throw new Error(opened.error.code)
  return createPump(createPorts(bridge), () => () => {})
}
