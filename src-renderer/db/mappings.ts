import type { ListingName } from '#domain/listing/listing.ts'
import { currentStore } from '#renderer/db/store.ts'

/** For each listing, the headers of a partner's files and the columns they fill; null leaves one out. */
export type PartnerMappings = Partial<Record<ListingName, Record<string, string | null>>>

/** How the columns of this partner's files were settled before; sealed, like every row of `meta`. */
export async function readMappings(enterpriseNo: string): Promise<PartnerMappings> {
  return (await readAll())[enterpriseNo] ?? {}
}

/** Keeps what was settled for one listing of a partner, on top of what was settled before. */
export async function keepMapping(
  enterpriseNo: string,
  listing: ListingName,
  mapping: Readonly<Record<string, string | null>>,
): Promise<void> {
  const { db } = currentStore()
  await db.transaction('rw', db.meta, async () => {
    const all = await readAll()
    const ofPartner = all[enterpriseNo] ?? {}
    const kept = { ...ofPartner, [listing]: { ...ofPartner[listing], ...mapping } }
    await db.meta.put({ key: 'mappings', value: JSON.stringify({ ...all, [enterpriseNo]: kept }) })
  })
}

async function readAll(): Promise<Record<string, PartnerMappings>> {
  const row = await currentStore().db.meta.get('mappings')
  return typeof row?.value === 'string' ? (JSON.parse(row.value) as Record<string, PartnerMappings>) : {}
}
