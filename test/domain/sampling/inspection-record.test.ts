import { describe, expect, it } from 'vitest'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import { changeRecord, resultsOf, sampleRecordOf, withRecord } from '#domain/sampling/inspection-record.ts'
import type { InspectionSample, LineCheck } from '#domain/sampling/inspection-sample.ts'
import { redrawSample } from '#domain/sampling/redraw-sample.ts'
import { codeOf, define, populationWith, valueOf } from '#test/domain/sampling/support.ts'

const ID = '00000000-0000-7000-8000-000000000001'
const population = populationWith(
  Array.from({ length: 40 }, (_, at) => 1000 + at),
  ['P1', 'P2'],
)
const { record } = valueOf(
  drawSample(population, define({ method: 'DISCOVERY', wrongLines: 4 }), '2026-11-23', 'c'.repeat(64)),
)
const sample: InspectionSample = {
  ...{ id: ID, inspectionId: ID, number: 1, title: '' },
  source: {
    ...{
      listing: 'participants',
      versionId: 'office-1',
      sha256: 'a'.repeat(64),
      filters: [],
      stratum: 'phase',
    },
    amount: { kind: 'SCALE' },
  },
  population: { count: population.count, amount: population.amount, hash: population.hash },
  ...{ version: record.version, definition: record.definition, convention: record.convention },
  ...{ steps: record.steps, units: record.units },
  ...{ systemic: [], estimator: null, notices: [], appliedOn: null },
}
const check = (given: Partial<LineCheck>): LineCheck => ({
  ...{
    id: ID,
    inspectionId: ID,
    sampleId: ID,
    lineId: 'L-000001',
    found: null,
    accepted: null,
    wrong: false,
  },
  ...{ cause: '', nature: null, justification: '', corrected: false, note: '', findingId: null },
  ...given,
})
const AGAIN = 'd'.repeat(64)

describe('the record of a sample', () => {
  it('is the one that was drawn, and is drawn again identically', () => {
    const whole = sampleRecordOf(sample, population)
    expect(whole).toEqual(record)
    expect(valueOf(redrawSample(whole))).toMatchObject({ identical: true })
  })

  it('gives back what changed of the sample', () => {
    const change = { kind: 'EXTEND', target: 20, reason: 'Une erreur' } as const
    const extended = valueOf(changeRecord(record, change, '2026-11-24', null))
    const { steps, units } = withRecord(sample, extended)
    expect(steps.at(-1)).toMatchObject({ kind: 'EXTEND', reason: 'Une erreur', on: '2026-11-24' })
    expect(units).toHaveLength(20)
  })
})

describe('a change', () => {
  const first = record.units[0]?.id ?? ''
  it.each([
    [{ kind: 'REPLACE', id: first, reason: 'Dossier saisi' }, 'REPLACED'],
    [{ kind: 'UNAVAILABLE', id: first, reason: 'Dossier perdu' }, 'SAMPLED'],
  ] as const)('of kind %o leaves its line in the record', (change, part) => {
    const changed = valueOf(changeRecord(record, change, '2026-11-24', null))
    expect(changed.units.find(({ id }) => id === first)).toMatchObject({ part })
    expect(changed.steps.at(-1)).toMatchObject({ kind: change.kind, reason: change.reason })
  })

  it('without a reason is refused', () => {
    const change = { kind: 'PICK', id: 'L-000001', reason: '  ' } as const
    expect(codeOf(changeRecord(record, change, '2026-11-24', null))).toBe('sampling.reason-missing')
  })

  it('confirms a draw only under a convention that is known', () => {
    const change = { kind: 'CONFIRM', reason: 'Avenant sans effet' } as const
    expect(codeOf(changeRecord(record, change, '2026-11-24', null))).toBe('sampling.convention-unknown')
    const confirmed = valueOf(changeRecord(record, change, '2026-11-24', AGAIN))
    expect(confirmed.steps.at(-1)).toMatchObject({ kind: 'CONFIRM', convention: AGAIN })
  })
})

describe('results', () => {
  it('are those of lines with an accepted amount; what was found is taken as accepted where it is not said', () => {
    const results = resultsOf([
      check({ lineId: 'L-1' }),
      check({ lineId: 'L-2', accepted: 500 }),
      check({ lineId: 'L-3', accepted: 0, found: 300, nature: 'RANDOM', cause: 'Sans preuve' }),
    ])
    expect(results).toEqual([
      { id: 'L-2', accepted: 500, found: 500, wrong: false, cause: '', justification: '', corrected: false },
      expect.objectContaining({ id: 'L-3', accepted: 0, found: 300, nature: 'RANDOM', cause: 'Sans preuve' }),
    ])
  })
})
