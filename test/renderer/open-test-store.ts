import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import type { Inspection, InspectionState } from '#domain/inspection/inspection.ts'
import type { Finding } from '#domain/finding/finding.ts'
import { newId } from '#renderer/db/new-id.ts'
import { applyPage, keepScope } from '#renderer/db/sync-history.ts'
import { addPackageKey, closeStore, openStore } from '#renderer/db/store.ts'

Dexie.dependencies.indexedDB = indexedDB
Dexie.dependencies.IDBKeyRange = IDBKeyRange

export const RECORD_KEY = new Uint8Array(32).fill(7)
export const PACKAGE_KEY = new Uint8Array(32).fill(9)
export const EPOCH = '00000000-0000-4000-8000-00000000000e'

/** An empty store of its own, open. */
export async function openTestStore(): Promise<void> {
  closeStore()
  await Dexie.delete('constat')
  const opened = await openStore(RECORD_KEY)
  if (!opened.ok) throw new Error(opened.error.code)
}

export const inspectionOf = (id: string, state: InspectionState = 'ON_SITE'): Inspection => ({
  id,
  reference: 'INS-2026-001',
  agreementNo: 'ACT-2026-0001',
  partnerName: { fr: 'Partenaire', nl: 'Partner' },
  measureCode: 'M1',
  language: 'fr',
  inspectorId: '00000000-0000-4000-8000-000000000001',
  inspectorName: 'Inspecteur',
  plannedDate: '2026-03-02',
  state,
  visitDate: null,
  visitPlace: '',
  announced: true,
  personsMet: '',
  limits: '',
  summary: '',
  conclusion: '',
  overallAssessment: null,
  independenceDeclared: false,
})

export const findingOf = (id: string, inspectionId: string, number = 1): Finding => ({
  id,
  inspectionId,
  number,
  title: 'Liste de présence incomplète',
  positive: false,
  criterion: '',
  condition: '',
  cause: '',
  effect: '',
  recommendation: '',
  nature: 'RANDOM',
  severity: 'LOW',
  amount: null,
  pointCode: null,
  rows: [],
  binned: false,
})

/** An inspection on this laptop in a state, as a pull would have left it. */
export async function placeInspection(state: InspectionState = 'ON_SITE', id = newId()): Promise<string> {
  addPackageKey(id, PACKAGE_KEY)
  await keepScope(id, 'write')
  const data = { ...inspectionOf(id, state) }
  const change = { kind: 'inspection', id, seq: 1, deleted: false, data } as const
  await applyPage(id, { epoch: EPOCH, changes: [change], conflicts: [], next: 1, more: false })
  return id
}
