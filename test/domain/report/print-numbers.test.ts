import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { err } from '#domain/result.ts'
import { ReportModel } from '#domain/report/report-model.ts'
import type { ReportInput } from '#domain/report/report-input.ts'
import frSampling from '#resources/locales/fr/sampling.json' with { type: 'json' }
import frSettlement from '#resources/locales/fr/settlement.json' with { type: 'json' }
import nlSampling from '#resources/locales/nl/sampling.json' with { type: 'json' }
import nlSettlement from '#resources/locales/nl/settlement.json' with { type: 'json' }
import { checkedSample, decided, lines, notified, settled, withClause } from '#test/main/numbers-sample.ts'
import { convention, dutchReport, sampleReport } from '#test/main/report-sample.ts'

const french = { sampling: frSampling, settlement: frSettlement }
const dutch = { sampling: nlSampling, settlement: nlSettlement }
const checked = checkedSample()
const numbers: Partial<ReportInput> = {
  samples: [checked],
  settled: { ok: true, value: settled },
  decided,
  areas: french,
}
const report = sampleReport(numbers)
const sample = report.samples[0]!
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('a sample in the report', () => {
  it('fits the schema that crosses the bridge', () => {
    expect(Value.Errors(ReportModel, report)).toEqual([])
  })

  it('says all that is needed to draw it again', () => {
    expect(sample).toMatchObject({
      ...{ number: 'E-01', method: 'Aléatoire simple', seed: 'ARAE-2025-014|E-01', version: 2 },
      ...{ convention: 'c0'.repeat(32), listing: 'Participants', sha256: '51'.repeat(32) },
    })
    expect(sample.population).toEqual(checked.sample.population)
    expect(sample.filters).toEqual(['Phase = P2'])
    expect(sample.ids).toEqual(checked.record.units.map(({ id }) => id))
    expect(sample.steps.map(({ on, what }) => [on, what.split(' ')[0]])).toEqual([
      ['20/11/2026', 'Tirage'],
      ['21/11/2026', expect.stringMatching(/^P-/)],
      ['22/11/2026', expect.stringMatching(/^P-/)],
    ])
  })

  it('gives materiality with the day since when it holds', () => {
    const materiality = sample.parameters.find(({ name }) => name === 'Seuil de signification')
    expect(materiality).toMatchObject({ since: '01/01/2025' })
    expect(plain(materiality?.value ?? '')).toBe('2 %')
  })

  it('tells every line that is not accepted as declared, with its finding, and no other', () => {
    const told = new Set(sample.lines.map(({ id }) => id))
    for (const { id, amount, unavailable, picked } of checked.record.units) {
      const accepted = checked.checks.find(({ lineId }) => lineId === id)?.accepted
      expect(told.has(id), id).toBe(unavailable || picked || accepted !== amount)
    }
    expect(sample.lines.map(({ finding }) => finding)).toContain('C-02')
    expect(sample.lines.find(({ part }) => part === 'Ligne non présentée')).toMatchObject({ accepted: 0 })
  })

  it('carries the evaluation with its warnings in words, without advice to the inspector', () => {
    if (!checked.evaluation.ok) throw new Error('not evaluated')
    const { warnings, lines: rates, conclusion, ...amounts } = checked.evaluation.value
    expect(sample.evaluation).toMatchObject({ projected: amounts.projected, upperLimit: amounts.upperLimit })
    expect(sample.evaluation?.lines).toEqual(rates)
    expect(conclusion).toBe('MATERIAL')
    expect(sample.evaluation?.conclusion).toMatch(/^Erreur significative/)
    expect(warnings.map(({ code }) => code)).toContain('sampling.ratio-advised')
    expect(sample.evaluation?.warnings).toHaveLength(warnings.length - 1)
    for (const text of sample.evaluation?.warnings ?? []) expect(text).not.toMatch(/^sampling\.|\{\{/)
  })

  it('calls a projection indicative as long as its clause or a notice is missing', () => {
    expect(sample.applied).toBeNull()
    expect(sample.standing).toMatch(/^Projection donnée à titre indicatif.*clause d’extrapolation/)
    const early = sampleReport({ ...numbers, samples: [checkedSample({}, notified)] }).samples[0]
    expect(early?.applied).toBeNull()
    const open = sampleReport({ ...numbers, convention: withClause(convention) }).samples[0]
    expect(open?.applied).toBeNull()
    expect(plain(open?.standing ?? '')).toContain('« méthode »')
  })

  it('says what counts once clause, notices and application are there', () => {
    const applied = checkedSample({}, notified)
    if (!applied.evaluation.ok) throw new Error('not evaluated')
    const { totalError, confirmed } = applied.evaluation.value
    const [printed] = sampleReport({
      ...numbers,
      samples: [applied],
      convention: withClause(convention),
    }).samples
    expect(printed?.applied).toEqual({ amount: totalError - confirmed, on: '23/11/2026' })
    expect(printed?.standing).toMatch(/^Projection appliquée le 23\/11\/2026/)
    expect(printed?.notices).toHaveLength(2)
  })

  it('says why nothing was evaluated', () => {
    const broken = { ...checked, evaluation: err('sampling.results-missing', { count: 3, id: 'P-0001' }) }
    const [printed] = sampleReport({ ...numbers, samples: [broken] }).samples
    expect(printed?.evaluation).toBeNull()
    expect(printed?.problem).toMatch(/^Échantillon non évalué. Lignes .* sans résultat\s: 3, .*P-0001\.$/)
  })

  it('speaks Dutch to a Dutch-speaking partner', () => {
    const [printed] = dutchReport({ ...numbers, areas: dutch }).samples
    expect(printed).toMatchObject({
      method: 'Enkelvoudig aselect',
      listing: 'Deelnemers',
      filters: ['Fase = P2'],
    })
    expect(JSON.stringify(printed)).not.toMatch(/Ligne|clause d’/)
  })

  it('prints every id of a population drawn whole', () => {
    const whole = checkedSample({ method: 'EXHAUSTIVE' })
    const [printed] = sampleReport({ ...numbers, samples: [whole] }).samples
    expect(printed?.ids).toHaveLength(lines.length)
  })
})

describe('a settlement in the report', () => {
  const settlement = report.settlement!

  it('adds up to the cent, line by line and in all', () => {
    for (const { declared, accepted, rejected } of settlement.lines)
      expect(accepted + rejected).toBe(declared)
    const cut = [...settlement.cuts, ...settlement.adjustments].reduce((sum, { amount }) => sum + amount, 0)
    expect(cut).toBe(settlement.rejected)
    expect(settlement.accepted + settlement.rejected).toBe(settlement.declared)
    expect(settlement.accepted - settlement.advanced).toBe(settlement.balance - settlement.recovery)
    expect(settlement.recovery).toBeGreaterThan(0)
  })

  it('gathers cuts by line, cause and finding', () => {
    expect(
      settlement.cuts.map(({ cause, findings, rows, amount }) => [cause, findings, rows, amount]),
    ).toEqual([
      ['unités non valables', ['C-01'], 5, 575_000],
      [expect.stringContaining('E-01'), ['C-02'], 1, 38_333],
    ])
  })

  it('names parameters with their value, day and clause', () => {
    expect(settlement.parameters.map((one) => ({ ...one, value: plain(one.value) }))).toMatchObject([
      { value: '1 150,00 €', since: '01/01/2026', clause: '7.2' },
      { value: '115 000,00 €', since: '01/01/2025', clause: '' },
      { value: '75 %' },
    ])
    expect(JSON.stringify(settlement.parameters)).not.toContain('unit-cost')
  })

  it('says what must stand beside its numbers', () => {
    expect(settlement.notices).toEqual([expect.stringContaining('P-0999')])
  })

  it('says that it was not computed, and no parameter by its code', () => {
    const missing = err('settlement.parameter-missing', { parameter: 'unitCosts P3', day: '2026-01-01' })
    const { settlement: none, settlementProblem } = sampleReport({ ...numbers, settled: missing })
    expect(none).toBeNull()
    expect(settlementProblem).toBe('Le décompte n’a pas été calculé.')
    const empty = sampleReport({ ...numbers, settled: err('settlement.empty') })
    expect(empty.settlementProblem).toMatch(/^Le décompte n’a pas été calculé. La demande .* ligne\.$/)
  })
})
