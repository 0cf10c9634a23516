import { expect, it } from 'vitest'
import { goTo, goWithin, parentOf, screensOf, useRoute } from '#renderer/app/routes.ts'

it('leads back to the queue of the role', () => {
  const place = { inspectionId: 'i', tab: 'points' } as const
  expect(parentOf({ screen: 'inspection', ...place })).toBe('inspections')
  expect(parentOf({ screen: 'file', ...place })).toBe('review')
  expect(parentOf({ screen: 'settings' })).toBe('settings')
})

it('gives each role its own queues', () => {
  expect(screensOf('INSPECTOR')).not.toContain('review')
  expect(screensOf('SUPERVISOR')).not.toContain('inspections')
  expect(screensOf('SUPERVISOR')).toEqual(expect.arrayContaining(['review', 'returned', 'closed']))
  expect(screensOf('SUPERVISOR')[0]).toBe('review')
})

it('moves inside the open inspection and keeps what was looked at in its other tabs', () => {
  goTo({ screen: 'inspection', inspectionId: 'i', tab: 'points' })
  goWithin({ pointCode: 'TGT-1' })
  goWithin({ tab: 'findings', findingId: 'f' })
  expect(useRoute.getState().route).toEqual({
    screen: 'inspection',
    inspectionId: 'i',
    tab: 'findings',
    pointCode: 'TGT-1',
    findingId: 'f',
  })
})

it('does not move inside an inspection where none is open', () => {
  goTo({ screen: 'settings' })
  goWithin({ tab: 'report' })
  expect(useRoute.getState().route).toEqual({ screen: 'settings' })
})
