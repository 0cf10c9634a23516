import { describe, expect, it } from 'vitest'
import { signingDoubts } from '#domain/report/signing-doubts.ts'
import { err, ok } from '#domain/result.ts'
import { checkedSample, decided, settled } from '#test/main/numbers-sample.ts'
import { finding, findings, inspection } from '#test/main/report-sample.ts'

const checked = checkedSample()
const open = { ...checked, evaluation: err('sampling.results-missing', { count: 3, id: 'P-0001' }) }
const sound = { inspection, findings, samples: [checked], decided, settled: ok(settled) }
const effect = (id: string) => ({ findingId: id, effect: 'REJECT_ROWS' as const, amount: null })

describe('what is asked before a report is signed', () => {
  it('is nothing when samples are evaluated and every effect takes something away', () => {
    expect(signingDoubts(sound)).toEqual([])
    const effects = [effect(findings[0]!.id)]
    expect(signingDoubts({ ...sound, decided: { ...decided, effects } })).toEqual([])
  })

  it('is each sample that is not evaluated, unless another replaces it', () => {
    expect(signingDoubts({ ...sound, samples: [open] })).toEqual([
      { code: 'sample-not-evaluated', label: 'E-01' },
    ])
    const replaces = { id: open.sample.id, reason: 'Population élargie.' }
    const anew = { ...checked, sample: { ...checked.sample, id: 'e-2', number: 2, replaces } }
    expect(signingDoubts({ ...sound, samples: [open, anew] })).toEqual([])
  })

  it('is each finding whose effect takes nothing away, unless it is in the bin', () => {
    const idle = finding(7, { title: 'Sans ligne' })
    const binned = finding(8, { binned: true })
    const effects = [effect(idle.id), effect(binned.id), effect(findings[0]!.id)]
    const input = { ...sound, findings: [...findings, idle, binned], decided: { ...decided, effects } }
    expect(signingDoubts(input)).toEqual([{ code: 'effect-cuts-nothing', label: 'C-07' }])
  })

  it('is a settlement that could not be computed', () => {
    expect(signingDoubts({ ...sound, settled: err('settlement.empty') })).toEqual([
      { code: 'settlement-not-computed', label: '' },
    ])
    expect(signingDoubts({ ...sound, settled: ok(null) })).toEqual([])
  })
})
