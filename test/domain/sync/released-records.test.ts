import { Type, type TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { Convention } from '#domain/convention/convention.ts'
import { upgradeConvention } from '#domain/convention/upgrade-convention.ts'
import { findGaps } from '#domain/inspection/completeness.ts'
import type { CheckedSample } from '#domain/report/print-sample.ts'
import { ReportModel } from '#domain/report/report-model.ts'
import { ReportVersion } from '#domain/report/report-version.ts'
import { evaluateSample } from '#domain/sampling/evaluate-sample.ts'
import { resultsOf, sampleRecordOf } from '#domain/sampling/inspection-record.ts'
import { freezePopulation } from '#domain/sampling/population.ts'
import { settleFacts } from '#domain/settlement/inspection-claim.ts'
import { RECORD_KINDS, recordSchemas } from '#domain/sync/records.ts'
import { historyOf } from '#renderer/features/review/history.ts'
import frListing from '#resources/locales/fr/listing.json' with { type: 'json' }
import frSampling from '#resources/locales/fr/sampling.json' with { type: 'json' }
import frSettlement from '#resources/locales/fr/settlement.json' with { type: 'json' }
import { participations } from '#test/domain/settlement/inspection-support.ts'
import { valueOf } from '#test/domain/sampling/support.ts'
import { narrowings, RULE, type Shape } from '#test/fixtures/released/narrowings.ts'
import { RELEASES, type Release } from '#test/fixtures/released/released.ts'
import { controlGrid, sampleReport } from '#test/main/report-sample.ts'

describe.each(RELEASES)('records as release $version wrote them', (release) => {
  const { records } = release
  const kinds = RECORD_KINDS.filter((kind) => kind in records)
  const conventionThen = upgradeConvention(release.convention)

  it.each(kinds)('are still whole records of kind %s', (kind) => {
    expect(records[kind].length).toBeGreaterThan(0)
    for (const record of records[kind]) expect([...Value.Errors(recordSchemas[kind], record)]).toEqual([])
  })

  it.each(kinds)('fit a shape of kind %s that only grew', (kind) => {
    expect(narrowings(release.schemas[kind], recordSchemas[kind] as unknown as Shape, kind)).toEqual([])
  })

  it('come with a convention that is read as one of today', () => {
    expect([...Value.Errors(Convention, conventionThen)]).toEqual([])
  })

  it('are checked for gaps, evaluated, settled and printed', () => {
    const [inspection] = records.inspection
    const file = { inspection: inspection!, grid: controlGrid, answers: records.answer }
    expect(findGaps({ ...file, findings: records.finding, evidence: records.evidence })).not.toEqual([])
    const { answer: answers, finding: findings, evidence, package: versions } = records
    const settled = settle(release)
    const model = sampleReport({
      ...{ inspection: inspection!, convention: conventionThen, answers, findings, evidence },
      ...{ listings: versions.at(-1)!.manifest.listings, samples: [evaluated(release)] },
      ...{ decided: records.settlement[0]!, settled: { ok: true, value: settled } },
      areas: { sampling: frSampling, settlement: frSettlement, listing: frListing },
    })
    expect([...Value.Errors(ReportModel, model)]).toEqual([])
    expect(model.samples).toHaveLength(1)
  })

  it('are told in the activity list', () => {
    const [inspection] = records.inspection
    const { report: reports, submission: submissions, decision: decisions } = records
    const acts = { reports, submissions, decisions, withdrawals: [] }
    const told = historyOf({ inspection: inspection!, ...acts, changes: new Map(), refusedActs: [] })
    expect(told.map(({ at }) => at)).not.toContain(undefined)
    expect(told.filter(({ kind }) => kind === 'signed')).toHaveLength(reports.length)
  })
})

/** The first sample of a release with its lines, evaluated. */
function evaluated({ records, population }: Release): CheckedSample {
  const [sample] = records.sample
  const lines = population.map(([id, amount, stratum]) => ({ id, amount, stratum }))
  const record = sampleRecordOf(sample!, valueOf(freezePopulation(lines)))
  const checks = records['line-check']
  const evaluation = evaluateSample(record, { results: resultsOf(checks), systemic: sample!.systemic })
  return { sample: sample!, checks, evaluation }
}

function settle({ records, convention, population }: Release) {
  const facts = {
    ...{ convention: upgradeConvention(convention), findings: records.finding, samples: records.sample },
    ...{ checks: records['line-check'], projections: [], references: [], decision: records.settlement[0]! },
  }
  return valueOf(settleFacts(facts, participations(population.length, 'P2', '2026-03-03')))
}

describe('the guard of released shapes', () => {
  const released = RELEASES[0]!.schemas
  const shape = (schema: TSchema): Shape => schema as unknown as Shape

  it('names a field that became required, and the rule', () => {
    const grown = Type.Object({ ...ReportVersion.properties, channel: Type.String() })
    expect(narrowings(released.report, shape(grown), 'report')).toEqual([
      `report.channel is required: ${RULE}`,
    ])
    const deep = { ...ReportVersion.properties.acknowledgement.properties, refusedOn: Type.String() }
    const inside = Type.Object({ ...ReportVersion.properties, acknowledgement: Type.Object(deep) })
    expect(narrowings(released.report, shape(inside), 'report')).toEqual([
      `report.acknowledgement.refusedOn is required: ${RULE}`,
    ])
  })

  it('names a field that went, a value that is no longer taken, and a limit that is narrower', () => {
    const rest = Type.Omit(ReportVersion, ['pages']).properties
    const narrow = Type.Object({ ...rest, signedBy: Type.String({ maxLength: 5 }) })
    expect(narrowings(released.report, shape(narrow), 'report')).toEqual([
      'report.pages is gone',
      'report.signedBy has a narrower maxLength',
    ])
    const oneKind = { ...ReportVersion.properties.acknowledgement.properties, kind: Type.Enum(['SIGNED']) }
    const fewer = Type.Object({ ...ReportVersion.properties, acknowledgement: Type.Object(oneKind) })
    expect(narrowings(released.report, shape(fewer), 'report')).toEqual([
      'report.acknowledgement.kind no longer takes "REFUSED"',
    ])
  })

  it('takes a field that may be absent, a value more, and a wider limit', () => {
    const more = {
      ...ReportVersion.properties.acknowledgement.properties,
      kind: Type.Enum(['SIGNED', 'REFUSED', 'ABSENT']),
    }
    const wide = Type.Object({
      ...ReportVersion.properties,
      acknowledgement: Type.Object(more),
      pages: Type.Number(),
      channel: Type.Optional(Type.String()),
    })
    expect(narrowings(released.report, shape(wide), 'report')).toEqual([])
  })
})
