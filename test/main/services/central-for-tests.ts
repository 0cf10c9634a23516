import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { hashPassword } from '#central/accounts/password.ts'
import { readSettings } from '#central/config.ts'
import { openCentral, type Central } from '#central/open-central.ts'
import { storeAccounts } from '#central/repositories/accounts.ts'
import { storeInspections } from '#central/repositories/inspections.ts'
import { storePackage } from '#central/repositories/packages.ts'
import type { User } from '#domain/account/account.ts'

export const INSPECTION = '0198c000-0000-7000-8000-000000000001'
export const STRANGERS_INSPECTION = '0198c000-0000-7000-8000-000000000002'
export const PASSWORD = 'Inspection-2026'
const AGREEMENT = 'BE-2026-0001'

const account = (last: string, displayName: string): User => ({
  id: `0198c000-0000-7000-8000-00000000000${last}`,
  email: `${last}@constat.example`,
  displayName,
  role: 'INSPECTOR',
})
export const inspector = account('a', 'Amélie Dubois')
export const colleague = account('b', 'Bram Peeters')

/** The one block of the package, as it travels. */
export const conventionBlock = gzipSync(JSON.stringify({ synthetic: 'convention' }))
export const conventionSha256 = createHash('sha256').update(conventionBlock).digest('hex')

export interface RunningCentral {
  readonly url: string
  stop(): Promise<void>
}

/** The real central store on a folder of its own, with two inspectors, an inspection of each, and a small package. */
export async function centralForTests(folder: string, port = 0): Promise<RunningCentral> {
  const central = await openCentral(settingsIn(folder))
  const known = await central.deps.db.query<{ n: number }>('SELECT count(*) AS n FROM accounts')
  if (Number(known[0]?.n) === 0) await fill(central)
  await central.app.listen({ host: '127.0.0.1', port })
  const listening = (central.app.server.address() as AddressInfo).port
  return { url: `http://127.0.0.1:${listening}`, stop: () => central.close() }
}

function settingsIn(folder: string) {
  const settings = readSettings({
    CONSTAT_DATA: path.join(folder, 'central'),
    CONSTAT_PASSWORD_MIB: '8',
    CONSTAT_PASSWORD_ROUNDS: '1',
  })
  if (!settings.ok) throw new Error(settings.error.code)
  return settings.value
}

async function fill({ deps }: Central): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD, deps.settings.password)
  await storeAccounts(
    deps.db,
    [inspector, colleague].map((user) => ({ user, passwordHash })),
  )
  deps.content.put(conventionBlock)
  const convention = { sha256: conventionSha256, bytes: conventionBlock.byteLength, rows: 1 }
  await storePackage(deps.db, AGREEMENT, { version: 1, convention, listings: [], bytes: 100, rowCount: 0 })
  await storeInspections(deps.db, [
    {
      id: INSPECTION,
      agreementNo: AGREEMENT,
      inspectorId: inspector.id,
      record: { plannedDate: '2026-12-01' },
    },
    {
      id: STRANGERS_INSPECTION,
      agreementNo: AGREEMENT,
      inspectorId: colleague.id,
      record: { plannedDate: '2026-12-02' },
    },
  ])
}
