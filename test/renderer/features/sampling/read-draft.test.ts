import { describe, expect, it } from 'vitest'
import { SAMPLING_METHODS } from '#domain/sampling/definition.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { draftInPlaceOf, newDraft, usualAmount } from '#renderer/features/sampling/state/draw-draft.ts'
import { parameterFault, readDefinition, readSource } from '#renderer/features/sampling/state/read-draft.ts'
import { readEuros, readNumber, readShare } from '#renderer/features/sampling/state/read-figures.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'
import { sampleConvention } from '#test/fixtures/listings/small-world.ts'

const pin = { listing: 'participants', versionId: 'office-1', sha256: 'a'.repeat(64) } as const
const draft = { ...newDraft('ACT|INS|E-01', 0.02), listing: 'participants' as const }
const texts = (given: Partial<typeof draft.texts>) => ({ ...draft.texts, ...given })

describe('figures as they are typed', () => {
  it.each([
    ['90', 0.9],
    ['0,4', 0.004],
    [' 2 % ', 0.02],
    ['101', null],
    ['-1', null],
    ['abc', null],
    ['', null],
  ])('reads the share %s', (text, share) => {
    expect(readShare(text)).toBe(share)
  })

  it.each([
    ['1.150,00', 115000],
    ['0', 0],
    ['-5', null],
    ['douze', null],
  ])('reads the euros %s', (text, cents) => {
    expect(readEuros(text)).toBe(cents)
  })

  it('reads numbers with a comma or a point', () => {
    expect([readNumber('0,085'), readNumber('1 234.5'), readNumber('1e5')]).toEqual([0.085, 1234.5, null])
  })
})

describe('the definition of a draft', () => {
  it('has the convention’s materiality, and only what its method uses', () => {
    const typed = texts({ sigma: '12', rateDeviation: '0,085', wrongLines: '4' })
    const definition = valueOf(readDefinition({ ...draft, method: 'DISCOVERY', texts: typed }))
    expect(definition).toEqual({
      ...{ method: 'DISCOVERY', seed: 'ACT|INS|E-01', confidence: 0.9, materiality: 0.02, expectedRate: 0 },
      wrongLines: 4,
    })
  })

  it.each(SAMPLING_METHODS)('can be made for %s', (method) => {
    expect(readDefinition({ ...draft, method }).ok).toBe(true)
  })

  it('keeps the finite correction where the method has one, and the minimum of a visit', () => {
    const both = { ...draft, finiteCorrection: true, visitMinimum: true }
    expect(valueOf(readDefinition({ ...both, method: 'SIMPLE_RANDOM' }))).toMatchObject({
      ...{ finiteCorrection: true, minimum: { share: 0.1, lines: 10 } },
    })
    expect(valueOf(readDefinition({ ...both, method: 'MUS_STANDARD' }))).not.toHaveProperty(
      'finiteCorrection',
    )
  })

  it.each([
    [{ method: null }, 'sampling.no-method'],
    [{ seed: '  ' }, 'sampling.seed-missing'],
    [{ texts: texts({ confidence: '' }) }, 'sampling.parameter-empty'],
    [{ texts: texts({ confidence: '10' }) }, 'sampling.parameter-typed'],
    [{ texts: texts({ size: '1,5' }) }, 'sampling.parameter-typed'],
  ])('says what is wrong with %o', (given, code) => {
    expect(codeOf(readDefinition({ ...draft, method: 'SIMPLE_RANDOM', ...given }))).toBe(code)
  })

  it('reads the options of a method, with deviations by stratum, only where there are strata', () => {
    const on = { neyman: true, byStratum: true, pps: true }
    const typed = { ...draft, options: on, deviations: { A: '12,50', B: ' ' }, stratum: 'phase' }
    const read = (given: object) => valueOf(readDefinition({ ...typed, ...given }))
    expect(read({ method: 'STRATIFIED' })).toMatchObject({ allocation: 'NEYMAN', sigmas: { A: 1250 } })
    expect(read({ method: 'MUS_STANDARD' })).toMatchObject({ byStratum: true, rateDeviations: { A: 12.5 } })
    expect(read({ method: 'NON_STATISTICAL' })).toMatchObject({ selection: 'PPS' })
    expect(read({ method: 'STRATIFIED', stratum: null })).not.toHaveProperty('allocation')
    expect(read({ method: 'SIMPLE_RANDOM' })).not.toHaveProperty('sigmas')
    const wrong = { ...typed, method: 'STRATIFIED' as const, deviations: { A: 'x' } }
    expect(codeOf(readDefinition(wrong))).toBe('sampling.parameter-typed')
  })

  it('lets optional parameters stay empty', () => {
    expect([parameterFault('sigma', ''), parameterFault('size', ' ')]).toEqual([null, null])
  })
})

describe('the source of a draft', () => {
  const unit = { kind: 'UNIT', column: null, euros: '1.150,00' } as const

  it('is pinned, and holds only filters that something was chosen for', () => {
    const filters = [
      { column: 'phase', values: ['P1'] },
      { column: 'sex', values: [] },
    ]
    expect(valueOf(readSource({ ...draft, amount: unit, filters }, pin))).toEqual({
      ...{ ...pin, stratum: null, filters: [{ column: 'phase', values: ['P1'] }] },
      amount: { kind: 'UNIT', column: null, cents: 115000 },
    })
  })

  it.each([
    [{ listing: null }, 'sampling.no-listing'],
    [{ amount: { ...unit, euros: 'mille' } }, 'sampling.unit-amount-typed'],
    [{ amount: { kind: 'COLUMN', column: null, euros: '' } as const }, 'sampling.no-amount-column'],
  ])('says what is missing in %o', (given, code) => {
    expect(codeOf(readSource({ ...draft, ...given }, pin))).toBe(code)
  })

  it('of a version that is not known yet is none', () => {
    expect(codeOf(readSource({ ...draft, amount: unit }, null))).toBe('sampling.no-listing')
  })
})

describe('a draft', () => {
  it('takes the amount that a listing most likely has', () => {
    const { financing } = sampleConvention()
    expect(usualAmount('payments', financing)).toMatchObject({ kind: 'COLUMN', column: 'amountLiq' })
    expect(usualAmount('participants', financing)).toMatchObject({ kind: 'SCALE' })
    expect(usualAmount('activities', financing)).toMatchObject({ kind: 'UNIT' })
  })

  it('in place of a sample reads as that sample, with a seed of its own', () => {
    const given = { ...draft, amount: { kind: 'UNIT', column: null, euros: '12,50' } as const }
    const typed = texts({ sigma: '5,18', expectedRate: '1,24', size: '53' })
    const definition = valueOf(readDefinition({ ...given, method: 'SIMPLE_RANDOM', texts: typed }))
    const source = valueOf(readSource(given, pin))
    const sample = { id: 'x', number: 1, title: 'Un', source, definition } as InspectionSample
    const again = draftInPlaceOf(sample, 'ACT|INS|E-02')
    expect(valueOf(readSource(again, pin))).toEqual(source)
    expect(valueOf(readDefinition(again))).toEqual({ ...definition, seed: 'ACT|INS|E-02' })
    expect(again.replaces).toEqual({ id: 'x', number: 1, reason: '' })
  })
})
