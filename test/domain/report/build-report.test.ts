import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import type { Finding } from '#domain/finding/finding.ts'
import { ReportModel } from '#domain/report/report-model.ts'
import {
  answers,
  controlGrid,
  dutchReport,
  evidence,
  finding,
  inspection,
  sampleReport,
} from '#test/main/report-sample.ts'

const anyFinding = fc.record({
  amount: fc.option(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })),
  binned: fc.boolean(),
  positive: fc.boolean(),
  pointCode: fc.option(fc.constantFrom(...controlGrid.points.map(({ code }) => code), 'XXX-9')),
  severity: fc.constantFrom('OBSERVATION', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'),
})
const someFindings: fc.Arbitrary<Finding[]> = fc
  .array(anyFinding, { maxLength: 30 })
  .map((changes) => changes.map((change, at) => finding(at + 1, change)))

describe('building a report', () => {
  it('fits the schema that crosses the bridge', () => {
    expect(Value.Errors(ReportModel, sampleReport())).toEqual([])
  })

  it('prints every finding outside the bin once, and every control point once', () => {
    fc.assert(
      fc.property(someFindings, (findings) => {
        const { sections } = sampleReport({ findings })
        const printed = sections.flatMap((section) => section.findings.map(({ number }) => number))
        const kept = findings.filter(({ binned }) => !binned)
        expect(printed).toHaveLength(kept.length)
        expect(new Set(printed).size).toBe(kept.length)
        const points = sections.flatMap((section) => section.points.map(({ code }) => code))
        expect(points.sort()).toEqual(controlGrid.points.map(({ code }) => code).sort())
      }),
    )
  })

  it('sums the amounts to the cent, and counts what is printed', () => {
    fc.assert(
      fc.property(someFindings, (findings) => {
        const { counts, sections } = sampleReport({ findings })
        const printed = sections.flatMap((section) => section.findings)
        const sum = printed.reduce((total, { amount }) => total + BigInt(amount ?? 0), 0n)
        expect(BigInt(counts.amount)).toBe(sum)
        expect(counts.findings + counts.positive).toBe(printed.length)
        expect(counts.bySeverity.reduce((total, [, count]) => total + count, 0)).toBe(counts.findings)
      }),
    )
  })

  it('puts a finding without a known point under the general findings, at the end', () => {
    const { sections } = sampleReport({ findings: [finding(1, { pointCode: null }), finding(2)] })
    expect(sections.at(-1)).toMatchObject({ code: 'GEN', title: 'Constats généraux', points: [] })
    expect(sampleReport({ findings: [finding(2)] }).sections).toHaveLength(13)
  })

  it('speaks the language of the partner only', () => {
    const french = sampleReport()
    const dutch = dutchReport()
    expect(french.agreement.mode).toBe('Coût unitaire')
    expect(dutch.agreement.mode).toBe('Eenheidskost')
    expect(dutch.partner.name).toBe('De Moerbeien vzw')
    expect(dutch.sections.map(({ title }) => title)).toContain('Doelgroep')
    expect(french.sections.map(({ title }) => title)).toContain('Groupe cible')
  })

  it('finds every word of its catalog', () => {
    expect(JSON.stringify([sampleReport(), dutchReport()])).not.toMatch(
      /"(?:severity|nature|answer|assessment|mode|partnership|listing|source)\./,
    )
  })

  it('says of a point that nobody answered that it is open', () => {
    const { sections } = sampleReport({ answers: answers.slice(1) })
    expect(sections[0]?.points[0]).toMatchObject({ code: 'DUR-1', answer: 'Sans réponse', comment: '' })
    expect(sections[0]?.tally).toContainEqual(['Sans réponse', 1])
  })

  it('links evidence to its finding or its point and leaves binned evidence out', () => {
    const pieces = [
      evidence(1),
      evidence(2, { findingId: null, pointCode: 'DUR-1' }),
      evidence(3, { binned: true }),
    ]
    const model = sampleReport({ evidence: pieces })
    expect(model.evidence.map(({ number, belongsTo }) => [number, belongsTo])).toEqual([
      ['P-01', 'C-01'],
      ['P-02', 'DUR-1'],
    ])
    expect(model.sections[0]?.points[0]?.evidence).toEqual(['P-02'])
  })

  it('gathers the linked rows by listing, with their lines', () => {
    const rows = sampleReport().sections.flatMap(({ findings }) => findings)[0]?.rows
    expect(rows).toEqual([
      'Participants\u00a0: P-0004 (ligne 5), P-0017 (ligne 18)',
      'Activités\u00a0: A-0006 (ligne 7)',
    ])
  })

  it('says which version it replaces from the second one on', () => {
    expect(sampleReport().supersedes).toBeNull()
    expect(sampleReport({ version: 3 }).supersedes).toBe(2)
  })

  it('computes the gap of an indicator only when something was declared', () => {
    expect(sampleReport().indicators.map(({ gap }) => gap)).toEqual([-27, null])
  })

  it('lets no national number through, wherever it was typed', () => {
    const typed = 'Le dossier 85.07.30-033.28 (aussi 85073003328) est incomplet.'
    const model = sampleReport({
      inspection: { ...inspection, summary: typed, personsMet: typed },
      findings: [finding(1, { title: typed, condition: typed })],
      evidence: [evidence(1, { caption: typed, fileName: '85.07.30-033.28.jpg' })],
    })
    const printed = JSON.stringify(model)
    expect(printed).not.toMatch(/85\.?07\.?30/)
    expect(printed).toContain('[numéro national masqué]')
  })
})
