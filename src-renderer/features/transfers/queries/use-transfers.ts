import { useLiveQuery } from 'dexie-react-hooks'
import { listInspections } from '#renderer/db/inspections.ts'
import { listTransfers, type TransferItem } from '#renderer/db/outbox.ts'
import { listRefused, type RefusedItem } from '#renderer/db/refused.ts'

/** One inspection in the sync panel: what of it is where, and what was refused. */
export interface Transfer extends TransferItem {
  /** Its reference, e.g. `RI/…`; the id's start while the list is not known. */
  readonly reference: string
  readonly refusals: readonly RefusedItem[]
}

/** Every inspection on this laptop with its transfer; what needs attention first. Undefined at first. */
export function useTransfers(): Transfer[] | undefined {
  return useLiveQuery(async () => {
    const [items, refused, transfers] = await Promise.all([listInspections(), listRefused(), listTransfers()])
    const references = new Map(items.map(({ id, record }) => [id, record['reference']]))
    return sortTransfers(
      transfers.map((transfer) => {
        const reference = references.get(transfer.inspectionId)
        return {
          ...transfer,
          reference: typeof reference === 'string' ? reference : transfer.inspectionId.slice(0, 8),
          refusals: refused.filter(({ scope }) => scope === transfer.inspectionId),
        }
      }),
    )
  })
}

const ORDER: Record<TransferItem['state'], number> = {
  refused: 0,
  sending: 1,
  'to-send': 2,
  saved: 3,
  received: 4,
  applied: 5,
}

/** Refused first, applied last, then by reference. */
export function sortTransfers<T extends Pick<Transfer, 'state' | 'reference'>>(transfers: readonly T[]): T[] {
  return [...transfers].sort(
    (a, b) => ORDER[a.state] - ORDER[b.state] || a.reference.localeCompare(b.reference),
  )
}
