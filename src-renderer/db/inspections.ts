import type { InspectionListItem } from '#domain/sync/protocol.ts'
import { currentStore } from '#renderer/db/store.ts'

/** "My inspections" as the central store listed them last; readable offline. Live. */
export async function listInspections(): Promise<InspectionListItem[]> {
  const rows = await currentStore().db.inspections.toArray()
  return rows.sort((a, b) => a.position - b.position).map(({ item }) => item)
}

/** When that was, ISO 8601, or null when never. Live. */
export async function inspectionsListedAt(): Promise<string | null> {
  const row = await currentStore().db.meta.get('listed-at')
  return typeof row?.value === 'string' ? row.value : null
}

/** Replaces the kept list, whole; what was made here and has not reached the central store yet stays on top. */
export async function keepInspections(items: readonly InspectionListItem[]): Promise<void> {
  const { db } = currentStore()
  await db.transaction('rw', [db.inspections, db.records, db.meta], async () => {
    const known = new Set(items.map(({ id }) => id))
    const others = (await db.inspections.toArray()).filter(({ id }) => !known.has(id))
    const records = await db.records.bulkGet(others.map(({ id }): [string, string] => ['inspection', id]))
    const own = others.filter((_, at) => records[at]?.base === null && records[at].view !== null)
    await db.inspections.clear()
    await db.inspections.bulkPut(items.map((item, position) => ({ id: item.id, position, item })))
    await db.inspections.bulkPut(own)
    await db.meta.put({ key: 'listed-at', value: new Date().toISOString() })
  })
}
