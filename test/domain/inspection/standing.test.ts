import { expect, it } from 'vitest'
import { InspectionState } from '#domain/inspection/inspection.ts'
import { shownState, standingOf, type Acts } from '#domain/inspection/standing.ts'
import { RELEASES } from '#test/fixtures/released/released.ts'

const { report: reports, submission: submissions, decision: decisions } = RELEASES[0]!.records
const withdrawals = [
  {
    ...{ id: 'w', inspectionId: 'i', reportId: reports[1]!.id, version: 2, reason: 'Une date est fausse.' },
    ...{ withdrawnAt: '2026-11-24T15:30:00.000Z', withdrawnBy: 'Éloïse D’Hondt' },
  },
]
const acts: Acts = { reports, submissions, withdrawals, decisions }
const stands = (state: InspectionState) => standingOf({ state, inspectorName: 'Éloïse D’Hondt' }, acts)

it('tells the act that an inspection stands on, by whom and when', () => {
  expect(stands('DRAFT_SIGNED')).toMatchObject({ what: 'signed', version: 2, by: reports[1]!.signedBy })
  expect(stands('UNDER_REVIEW')).toMatchObject({ what: 'submitted', version: 2, by: 'Éloïse D’Hondt' })
  expect(stands('RETURNED')).toMatchObject({ what: 'returned', version: 2, by: 'Sofie Peeters' })
  expect(stands('ON_SITE')).toMatchObject({ what: 'withdrawn', version: 2, reason: 'Une date est fausse.' })
})

it('tells nothing where no act led to the state', () => {
  const none = { reports: [], submissions: [], withdrawals: [], decisions: [] }
  const told = InspectionState.enum.map((state) => standingOf({ state, inspectorName: '' }, none))
  expect(told).toEqual(InspectionState.enum.map(() => undefined))
})

it('names a version that was handed in and is not yet received, and only the newest one', () => {
  expect(shownState('DRAFT_SIGNED', { reports, submissions })).toBe('HANDED_IN')
  expect(shownState('DRAFT_SIGNED', { reports, submissions: submissions.slice(0, 1) })).toBe('DRAFT_SIGNED')
  expect(shownState('RETURNED', { reports, submissions })).toBe('RETURNED')
})
