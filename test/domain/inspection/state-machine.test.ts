import { expect, it } from 'vitest'
import { InspectionState } from '#domain/inspection/inspection.ts'
import { INSPECTOR_STEPS, isEditable, stepBetween, takeStep } from '#domain/inspection/state-machine.ts'

const STATES = InspectionState.enum as InspectionState[]

it('leads from the assignment over a return to the approval', () => {
  const steps = ['start', 'sign', 'submit', 'return', 'sign', 'submit', 'approve'] as const
  let state: InspectionState = 'ASSIGNED'
  const way = steps.map((step) => {
    const next = takeStep(state, step)
    if (next.ok) state = next.value
    return next.ok && next.value
  })
  expect(way).toEqual([
    'ON_SITE',
    'DRAFT_SIGNED',
    'UNDER_REVIEW',
    'RETURNED',
    'DRAFT_SIGNED',
    'UNDER_REVIEW',
    'FINAL_VALIDATED',
  ])
})

it('refuses a step that does not lead anywhere, with the state and the step', () => {
  const error = { code: 'sync.wrong-step', details: { state: 'FINAL_VALIDATED', step: 'return' } }
  expect(takeStep('FINAL_VALIDATED', 'return')).toEqual({ ok: false, error })
})

it('finds the step between two states exactly where there is one', () => {
  const pairs = STATES.flatMap((from) => STATES.map((to) => [from, to] as const))
  const found = pairs.filter(([from, to]) => stepBetween(from, to) !== undefined)
  expect(found).toHaveLength(6)
  for (const [from, to] of found) {
    expect(takeStep(from, stepBetween(from, to) ?? 'start')).toEqual({ ok: true, value: to })
  }
})

it('lets an inspector reach no state of the review, and edit only before signing', () => {
  const reached = STATES.flatMap((from) => INSPECTOR_STEPS.map((step) => takeStep(from, step)))
  const states = new Set(reached.flatMap((next) => (next.ok ? [next.value] : [])))
  expect([...states].sort()).toEqual(['DRAFT_SIGNED', 'ON_SITE'])
  expect(STATES.filter(isEditable)).toEqual(['ON_SITE', 'RETURNED'])
})
