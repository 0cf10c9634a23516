import path from 'node:path'
import { hashPassword } from '#central/accounts/password.ts'
import type { CentralDeps } from '#central/app-types.ts'
import type { Database } from '#central/db/database.ts'
import { packConvention } from '#central/import/pack.ts'
import {
  listConventions,
  NetworkProblem,
  readAccounts,
  readConvention,
  readInspections,
  readListings,
  type NetworkAccount,
  type NetworkInspection,
} from '#central/import/network-files.ts'
import { countAccounts, storeAccounts } from '#central/repositories/accounts.ts'
import { storeInspections, type PlannedInspection } from '#central/repositories/inspections.ts'
import { storePackage } from '#central/repositories/packages.ts'
import { storeRejectedRows, type RejectedLine } from '#central/repositories/rejected-rows.ts'
import type { Convention } from '#domain/convention/convention.ts'
import { newInspection } from '#domain/inspection/new-inspection.ts'
import { importListings } from '#domain/listing/import-listings.ts'

/** What a load did, for the summary and the list of credentials. */
export interface LoadReport {
  readonly accounts: readonly NetworkAccount[]
  readonly conventions: number
  readonly inspections: number
  readonly rows: number
  readonly rejected: readonly RejectedLine[]
}

/** Told after each convention; one that throws ends the load. */
export type Progress = (done: number, of: number) => void | Promise<void>

/**
 * Loads a network from its files (`accounts.json`, `inspections.json`, `conventions/<no>/…`), all or nothing, into an
 * empty store: each convention's listings are parsed and judged by the rules that inspectors' imports use, and cut
 * into blocks. @returns null when the store has accounts already
 * @throws NetworkProblem when a file can't be used
 */
export async function loadNetwork(
  deps: CentralDeps,
  folder: string,
  onProgress: Progress = () => undefined,
): Promise<LoadReport | null> {
  if ((await countAccounts(deps.db)) > 0) return null
  return deps.db.transaction(async (tx) => {
    const accounts = readAccounts(folder)
    await storeNetworkAccounts(tx, deps, accounts)
    const loaded = await loadConventions(tx, deps, listConventions(folder), onProgress)
    const planned = readInspections(folder).map((one) => plan(one, accounts, loaded.conventions))
    await storeInspections(tx, planned)
    await storeRejectedRows(tx, loaded.rejected)
    const { conventions, rows, rejected } = loaded
    return { accounts, conventions: conventions.size, inspections: planned.length, rows, rejected }
  })
}

async function storeNetworkAccounts(
  tx: Database,
  deps: CentralDeps,
  accounts: readonly NetworkAccount[],
): Promise<void> {
  const stored = []
  for (const { password, ...user } of accounts) {
    stored.push({ user, passwordHash: await hashPassword(password, deps.settings.password) })
  }
  await storeAccounts(tx, stored)
}

interface Loaded {
  readonly conventions: Map<string, Convention>
  readonly rejected: RejectedLine[]
  rows: number
}

async function loadConventions(
  tx: Database,
  deps: CentralDeps,
  folders: readonly string[],
  onProgress: Progress,
): Promise<Loaded> {
  const loaded: Loaded = { conventions: new Map(), rejected: [], rows: 0 }
  for (const [at, folder] of folders.entries()) {
    await loadConvention(tx, deps, folder, loaded)
    await onProgress(at + 1, folders.length)
  }
  return loaded
}

async function loadConvention(
  tx: Database,
  deps: CentralDeps,
  folder: string,
  loaded: Loaded,
): Promise<void> {
  const convention = readConvention(folder)
  const files = readListings(folder)
  const imported = await importListings(files, convention)
  if (!imported.ok) {
    const { code, details } = imported.error
    throw new NetworkProblem(`${path.join(folder, String(details?.['fileName'] ?? ''))}: ${code}`)
  }
  const { agreementNo } = convention
  const stored = packConvention(deps.content, convention, imported.value, files)
  await storePackage(tx, agreementNo, stored)
  loaded.conventions.set(agreementNo, convention)
  loaded.rows += stored.rowCount
  for (const { listing, fileName, rejected } of imported.value) {
    loaded.rejected.push(
      ...rejected.map(({ line, reasons }) => ({ agreementNo, listing, fileName, line, reasons })),
    )
  }
}

/** The inspection's first record: what the office knows, and nothing recorded yet. */
function plan(
  planned: NetworkInspection,
  accounts: readonly NetworkAccount[],
  conventions: ReadonlyMap<string, Convention>,
): PlannedInspection {
  const { id, reference, agreementNo, inspectorEmail, plannedDate } = planned
  const inspector = accounts.find((one) => one.email === inspectorEmail && one.role === 'INSPECTOR')
  const convention = conventions.get(agreementNo)
  if (!inspector || !convention) throw new NetworkProblem(`inspections.json: ${reference} names nobody known`)
  const facts = {
    id,
    reference,
    inspectorId: inspector.id,
    inspectorName: inspector.displayName,
    plannedDate,
  }
  const record = newInspection(facts, convention)
  return { id, agreementNo, inspectorId: inspector.id, record }
}
