import { describe, expect, it } from 'vitest'
import type { Inspection } from '#domain/inspection/inspection.ts'
import type { Decision } from '#domain/report/report-version.ts'
import type { InspectionListItem } from '#domain/sync/protocol.ts'
import type { TransferItem } from '#renderer/db/outbox.ts'
import {
  inspectionRows,
  isElsewhere,
  isToSync,
  rowsOf,
  searchRows,
  type RowSources,
} from '#renderer/features/inspections/inspection-rows.ts'

const id = (n: number): string => `01890000-0000-7000-9000-00000000000${n}`

function inspection(n: number, change: Partial<Inspection> = {}): Inspection {
  return {
    id: id(n),
    reference: `RI/${n}`,
    agreementNo: `ARAE-2025-01${n}`,
    partnerName: { fr: 'Tremplin-Énergie ASBL', nl: 'Springplank vzw' },
    measureCode: 'ARAE',
    language: 'fr',
    inspectorId: id(9),
    inspectorName: 'A. Baert',
    plannedDate: `2026-11-2${n}`,
    state: 'ASSIGNED',
    visitDate: null,
    visitPlace: '',
    announced: true,
    personsMet: '',
    limits: '',
    summary: '',
    conclusion: '',
    overallAssessment: null,
    independenceDeclared: false,
    ...change,
  }
}
function item(record: Inspection, change: Partial<InspectionListItem> = {}): InspectionListItem {
  const { id } = record
  const rest = {
    access: 'read',
    checkedOutBy: null,
    packageVersion: 1,
    packageBytes: 1,
    rowCount: 1,
  } as const
  return { id, record, ...rest, ...change }
}
function returned(n: number, version: number, reason: string): Decision {
  const at = `2026-11-2${version}T10:00:00Z`
  const rest = { decidedAt: at, decidedBy: 'S', reportId: id(8), outcome: 'RETURNED' } as const
  return { id: id(version), inspectionId: id(n), version, reason, ...rest }
}
const sources = (change: Partial<RowSources>): RowSources => ({
  items: [],
  local: [],
  downloaded: new Set(),
  reports: [],
  submissions: [],
  decisions: [],
  transfers: [],
  ...change,
})
const transfer = (n: number, state: TransferItem['state']): TransferItem => ({
  inspectionId: id(n),
  state,
  mutations: { pending: 0, sending: 0 },
  files: { pending: 0, total: 0 },
  refused: 0,
  lastAttemptAt: null,
  reason: null,
})

describe('the lines of a list', () => {
  it('show the laptop’s own record rather than the central store’s line', () => {
    const [row] = inspectionRows(
      sources({ items: [item(inspection(1))], local: [inspection(1, { state: 'ON_SITE' })] }),
    )
    expect(row?.inspection.state).toBe('ON_SITE')
  })

  it('stand in the order of their dates', () => {
    const rows = inspectionRows(
      sources({
        items: [3, 1, 2].map((n) => item(inspection(n, n === 1 ? { visitDate: '2026-12-24' } : {}))),
      }),
    )
    expect(rows.map(({ item }) => item.id)).toEqual([id(2), id(3), id(1)])
  })

  it('leave out a line whose record cannot be read, and keep the others', () => {
    const broken = { ...item(inspection(1)), record: { id: id(1) } }
    expect(inspectionRows(sources({ items: [broken, item(inspection(2))] }))).toHaveLength(1)
  })

  it('carry the latest reason of a return, and only while returned', () => {
    const decisions = [
      returned(1, 2, 'the second'),
      returned(1, 1, 'the first'),
      returned(2, 1, 'of another'),
    ]
    const rows = (state: Inspection['state']) =>
      inspectionRows(sources({ items: [item(inspection(1, { state }))], decisions }))
    expect(rows('RETURNED')[0]?.returnReason).toBe('the second')
    expect(rows('UNDER_REVIEW')[0]?.returnReason).toBeNull()
  })

  it('fall into the tab of their state', () => {
    const rows = inspectionRows(
      sources({ items: [item(inspection(1)), item(inspection(2, { state: 'RETURNED' }))] }),
    )
    expect(rowsOf(rows, 'all')).toHaveLength(2)
    expect(rowsOf(rows, 'returned').map(({ item }) => item.id)).toEqual([id(2)])
  })

  it('are found by any words without accents', () => {
    const rows = inspectionRows(sources({ items: [item(inspection(1)), item(inspection(2))] }))
    expect(searchRows(rows, 'energie 2025-012').map(({ item }) => item.id)).toEqual([id(2)])
    expect(searchRows(rows, 'springplank')).toHaveLength(2)
  })

  it('are to sync until everything is applied', () => {
    const rows = inspectionRows(
      sources({
        items: [1, 2, 3].map((n) => item(inspection(n))),
        transfers: [transfer(1, 'applied'), transfer(2, 'refused')],
      }),
    )
    expect(rows.filter(isToSync).map(({ item }) => item.id)).toEqual([id(2)])
  })
})

describe('an inspection that another laptop writes', () => {
  it('is elsewhere for inspectors, never for reviewers', () => {
    const taken = { checkedOutBy: id(7) }
    expect(isElsewhere({ item: item(inspection(1), taken) }, id(6))).toBe(true)
    expect(isElsewhere({ item: item(inspection(1), taken) }, id(7))).toBe(false)
    expect(isElsewhere({ item: item(inspection(1)) }, id(6))).toBe(false)
    expect(isElsewhere({ item: item(inspection(1), { ...taken, access: 'review' }) }, id(6))).toBe(false)
  })
})
