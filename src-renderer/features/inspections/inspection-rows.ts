import { Value } from 'typebox/value'
import { Inspection } from '#domain/inspection/inspection.ts'
import { shownState, type ShownState } from '#domain/inspection/standing.ts'
import type { Decision, ReportVersion, Submission } from '#domain/report/report-version.ts'
import type { InspectionListItem } from '#domain/sync/protocol.ts'
import type { TransferItem } from '#renderer/db/outbox.ts'
import { matchesWords } from '#renderer/ui/matches-words.ts'

/** One inspection as the lists show it: what the central store said last, and what is on this laptop. */
export interface InspectionRow {
  readonly item: InspectionListItem
  readonly inspection: Inspection
  /** Where it stands, as the lists say it. */
  readonly state: ShownState
  /** Its package is on this laptop, so it opens without a network. */
  readonly downloaded: boolean
  readonly transfer: TransferItem | null
  /** Why it was returned, when it is; shown in the list and at the top of the file. */
  readonly returnReason: string | null
}

export interface RowSources {
  readonly items: readonly InspectionListItem[]
  readonly local: readonly Inspection[]
  readonly downloaded: ReadonlySet<string>
  /** Those that the central store holds. */
  readonly decisions: readonly Decision[]
  readonly reports: readonly ReportVersion[]
  readonly submissions: readonly Submission[]
  readonly transfers: readonly TransferItem[]
}

/** Joins the lists; the laptop's own record is newer than the central store's line. Earliest date first. */
export function inspectionRows(sources: RowSources): InspectionRow[] {
  const local = new Map(sources.local.map((inspection) => [inspection.id, inspection]))
  const transfers = new Map(sources.transfers.map((transfer) => [transfer.inspectionId, transfer]))
  const rows = sources.items.flatMap((item) => {
    const inspection = local.get(item.id) ?? readInspection(item.record)
    if (inspection === null) return []
    return [
      {
        item,
        inspection,
        state: stateOf(inspection, sources),
        downloaded: sources.downloaded.has(item.id),
        transfer: transfers.get(item.id) ?? null,
        returnReason: inspection.state === 'RETURNED' ? lastReturn(sources.decisions, item.id) : null,
      },
    ]
  })
  return rows.sort((a, b) => dateOf(a).localeCompare(dateOf(b)) || (a.item.id < b.item.id ? -1 : 1))
}

function stateOf({ id, state }: Inspection, { reports, submissions }: RowSources): ShownState {
  const own = <T extends { readonly inspectionId: string }>(all: readonly T[]): T[] =>
    all.filter(({ inspectionId }) => inspectionId === id)
  return shownState(state, { reports: own(reports), submissions: own(submissions) })
}

/** The day shown in lists: of the visit once known, planned before. */
export const dateOf = ({ inspection }: Pick<InspectionRow, 'inspection'>): string =>
  inspection.visitDate ?? inspection.plannedDate

/** The reason of the latest return, or null. */
export function lastReturn(decisions: readonly Decision[], inspectionId: string): string | null {
  const returns = decisions
    .filter((decision) => decision.inspectionId === inspectionId && decision.outcome === 'RETURNED')
    .sort((a, b) => a.version - b.version || a.decidedAt.localeCompare(b.decidedAt))
  return returns.at(-1)?.reason ?? null
}

const readInspection = (record: unknown): Inspection | null =>
  Value.Check(Inspection, record) ? record : null

/** Another laptop writes this inspection; here it can only be read, until it is taken over. */
export const isElsewhere = ({ item }: Pick<InspectionRow, 'item'>, deviceId: string): boolean =>
  item.access !== 'review' && item.checkedOutBy !== null && item.checkedOutBy !== deviceId

/** Tabs of a list; the same groups give the counts of the navigation. */
export const LIST_TABS = ['all', 'preparation', 'current', 'signed', 'review', 'returned', 'closed'] as const
export type ListTab = (typeof LIST_TABS)[number]

const STATES: Record<Exclude<ListTab, 'all'>, readonly Inspection['state'][]> = {
  preparation: ['ASSIGNED'],
  current: ['ON_SITE'],
  signed: ['DRAFT_SIGNED'],
  review: ['UNDER_REVIEW'],
  returned: ['RETURNED'],
  closed: ['FINAL_VALIDATED'],
}

/** The rows of a tab. */
export const rowsOf = (rows: readonly InspectionRow[], tab: ListTab): InspectionRow[] =>
  tab === 'all' ? [...rows] : rows.filter(({ inspection }) => STATES[tab].includes(inspection.state))

/** Rows in which every searched word occurs, accents aside. */
export function searchRows(rows: readonly InspectionRow[], search: string): InspectionRow[] {
  return rows.filter(({ inspection }) => matchesWords(searchableText(inspection), search))
}

const searchableText = (inspection: Inspection): string =>
  [
    inspection.reference,
    inspection.agreementNo,
    inspection.partnerName.fr,
    inspection.partnerName.nl,
    inspection.measureCode,
    inspection.inspectorName,
    inspection.plannedDate,
  ].join(' ')

/** Whether something of this inspection is not yet applied at the central store. */
export const isToSync = ({ transfer }: InspectionRow): boolean =>
  transfer !== null && transfer.state !== 'applied'
