import { expect, it } from 'vitest'
import { InspectionState } from '#domain/inspection/inspection.ts'
import {
  INSPECTOR_STEPS,
  isEditable,
  stepBetween,
  takeStep,
  withdrawStep,
} from '#domain/inspection/state-machine.ts'

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

it('takes a signed version back to where it was signed: on site, or returned for correction', () => {
  expect(takeStep('DRAFT_SIGNED', withdrawStep(false))).toEqual({ ok: true, value: 'ON_SITE' })
  expect(takeStep('DRAFT_SIGNED', withdrawStep(true))).toEqual({ ok: true, value: 'RETURNED' })
  const others = STATES.filter((state) => state !== 'DRAFT_SIGNED')
  expect(others.filter((state) => takeStep(state, withdrawStep(false)).ok)).toEqual([])
})

it('lets somebody leave every state but the last', () => {
  const stuck = STATES.filter((from) => STATES.every((to) => stepBetween(from, to) === undefined))
  expect(stuck).toEqual(['FINAL_VALIDATED'])
})

it('refuses a step that does not lead anywhere, with the state and the step', () => {
  const error = { code: 'sync.wrong-step', details: { state: 'FINAL_VALIDATED', step: 'return' } }
  expect(takeStep('FINAL_VALIDATED', 'return')).toEqual({ ok: false, error })
})

it('finds the step between two states exactly where there is one', () => {
  const pairs = STATES.flatMap((from) => STATES.map((to) => [from, to] as const))
  const found = pairs.filter(([from, to]) => stepBetween(from, to) !== undefined)
  expect(found).toHaveLength(8)
  for (const [from, to] of found) {
    expect(takeStep(from, stepBetween(from, to) ?? 'start')).toEqual({ ok: true, value: to })
  }
})

it('lets an inspector reach no state that only a supervisor gives, and edit only before signing', () => {
  const forward = INSPECTOR_STEPS.filter((step) => step !== 'withdraw-correction')
  const reached = STATES.flatMap((from) => forward.map((step) => takeStep(from, step)))
  const states = new Set(reached.flatMap((next) => (next.ok ? [next.value] : [])))
  expect([...states].sort()).toEqual(['DRAFT_SIGNED', 'ON_SITE'])
  expect(STATES.filter(isEditable)).toEqual(['ON_SITE', 'RETURNED'])
})
