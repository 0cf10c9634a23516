import { useLiveQuery } from 'dexie-react-hooks'
import { listInspections } from '#renderer/db/inspections.ts'
import { listTransfers, type TransferItem } from '#renderer/db/outbox.ts'
import { listBin, listRefused, type BinItem, type RefusedItem } from '#renderer/db/refused.ts'

/** One inspection in the sync panel: what of it is where, and what was refused. */
export interface Transfer extends TransferItem {
  /** Its reference, e.g. `RI/…`; the id's start while the list is not known. */
  readonly reference: string
  readonly refusals: readonly RefusedItem[]
}

/** Every inspection on this laptop with its transfer; what needs attention first. Undefined at first. */
export function useTransfers(): Transfer[] | undefined {
  return useLiveQuery(async () => {
    const [referenceOf, refused, transfers] = await Promise.all([
      readReferences(),
      listRefused(),
      listTransfers(),
    ])
    return sortTransfers(
      transfers.map((transfer) => ({
        ...transfer,
        reference: referenceOf(transfer.inspectionId),
        refusals: refused.filter(({ scope }) => scope === transfer.inspectionId),
      })),
    )
  })
}

/** How the list of inspections calls each of them. */
async function readReferences(): Promise<(inspectionId: string) => string> {
  const references = new Map((await listInspections()).map(({ id, record }) => [id, record['reference']]))
  return (id) => {
    const reference = references.get(id)
    return typeof reference === 'string' ? reference : id.slice(0, 8)
  }
}

/** A change in the bin, with the reference of its inspection. */
export interface Binned {
  readonly change: BinItem
  readonly reference: string
}

/** What was let go, newest first. Undefined at first. */
export function useBin(): Binned[] | undefined {
  return useLiveQuery(async () => {
    const [referenceOf, bin] = await Promise.all([readReferences(), listBin()])
    return bin.map((change) => ({ change, reference: referenceOf(change.scope) }))
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
