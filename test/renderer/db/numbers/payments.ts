import type { Convention } from '#domain/convention/convention.ts'
import { columnIdsOf } from '#domain/listing/columns.ts'
import type { Cell, ListingRow } from '#domain/listing/listing.ts'
import type { PopulationSource } from '#domain/sampling/inspection-sample.ts'
import { takeVersion } from '#renderer/db/package-versions.ts'
import { prepareVersion, type ImportedListing } from '#renderer/db/prepare-version.ts'
import { pinListing } from '#renderer/db/numbers/open-population.ts'
import { sealPackage, storeBlocks } from '#renderer/db/blocks.ts'
import { blockPlaces } from '#renderer/db/package-blocks.ts'
import { switchPackage } from '#renderer/db/store-package.ts'
import { makePackage } from '#test/renderer/db/sample-package.ts'

/** Payments `L-1`… with these amounts in cents, as an import would store them. */
export function paymentsOf(...amounts: (number | null)[]): ImportedListing {
  const columns = columnIdsOf('payments')
  const row = (given: Readonly<Record<string, Cell>>, at: number): ListingRow => ({
    ...{ line: at + 2, cells: columns.map((id) => given[id] ?? null), marks: [] },
  })
  const rows = amounts.map((amountLiq, at) => row({ idLiq: `L-${at + 1}`, amountLiq }, at))
  const hash = amounts
    .join()
    .length.toString(16)
    .padStart(64, String(amounts.length % 10))
  return {
    listing: 'payments',
    source: {
      ...{ fileName: 'payments.csv', sha256: hash, size: 1, encoding: 'utf-8', separator: ';' },
      extractedOn: '2026-11-01',
    },
    ...{ read: rows.length, accepted: rows.length, rejected: 0, warned: 0, suspicious: 0 },
    ...{ blocks: [{ listing: 'payments', columns, rows }], rejectedRows: [] },
  }
}

const good = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** The package of the office, downloaded whole. */
export async function placePackage(scope: string): Promise<void> {
  const { manifest, bytes } = await makePackage(scope)
  const plain = blockPlaces(manifest).map((at) => ({ ...at, bytes: bytes.get(at.sha256)! }))
  await storeBlocks(good(await sealPackage(scope, plain)))
  good(await switchPackage(manifest))
}

/** Takes a listing, or another convention, into work. */
export async function take(scope: string, made: ImportedListing | Convention): Promise<void> {
  const prepared =
    'listing' in made ? await prepareVersion(scope, [made]) : await prepareVersion(scope, made, [])
  good(await takeVersion(scope, good(prepared)))
}

/** The population of all payments of the version in work. */
export async function paymentSource(scope: string): Promise<PopulationSource> {
  const pin = await pinListing(scope, 'payments')
  if (!pin) throw new Error('no payments')
  return { ...pin, filters: [], stratum: null, amount: { kind: 'COLUMN', column: 'amountLiq' } }
}
