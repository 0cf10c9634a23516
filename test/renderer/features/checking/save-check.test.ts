import { beforeEach, expect, test } from 'vitest'
import { lineCheckId, type InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { newId } from '#renderer/db/new-id.ts'
import { getRecord, listRecords, saveRecord } from '#renderer/db/records.ts'
import { saveCheck } from '#renderer/features/checking/commands/save-check.ts'
import { saveSample } from '#renderer/features/checking/commands/save-sample.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

beforeEach(openTestStore)

const HASH = 'a'.repeat(64)

async function placeSample(inspectionId: string): Promise<InspectionSample> {
  const sample: InspectionSample = {
    ...{ id: newId(), inspectionId, number: 1, title: '' },
    source: {
      ...{ listing: 'participants', versionId: 'v1', sha256: HASH, filters: [] },
      ...{ amount: { kind: 'UNIT', column: null, cents: 1150_00 }, stratum: null },
    },
    population: { count: 2, amount: 2300_00, hash: HASH },
    ...{ version: 1, convention: null, steps: [{ kind: 'DRAW', target: 1, on: '2026-11-23' }], units: [] },
    definition: {
      ...{ method: 'SIMPLE_RANDOM', seed: 's', confidence: 0.9, materiality: 0.02, expectedRate: 0 },
    },
    ...{ systemic: [], estimator: null, notices: [], appliedOn: null },
  }
  const saved = await saveRecord('sample', inspectionId, sample.id, sample)
  expect(saved.ok).toBe(true)
  return sample
}

test('two fields of a new check saved at once make one record that holds both', async () => {
  const scope = await placeInspection()
  const place = { id: newId(), inspectionId: scope }
  const saved = await Promise.all([
    saveCheck(place, 'P-1', { found: 0, accepted: 0, nature: 'RANDOM' }),
    saveCheck(place, 'P-1', { cause: 'Preuve absente' }),
    saveCheck(place, 'P-2', { note: 'Vu' }),
  ])
  expect(saved.every((result) => result.ok)).toBe(true)
  expect(await listRecords('line-check', scope)).toHaveLength(2)
  expect(await getRecord('line-check', lineCheckId(place.id, 'P-1'))).toMatchObject({
    ...{ lineId: 'P-1', found: 0, accepted: 0, nature: 'RANDOM', cause: 'Preuve absente' },
  })
})

test('a change that the record cannot hold is refused and leaves it as it was', async () => {
  const scope = await placeInspection()
  const place = { id: newId(), inspectionId: scope }
  await saveCheck(place, 'P-1', { accepted: 5 })
  const refused = await saveCheck(place, 'P-1', { accepted: 0.5 })
  expect(refused).toMatchObject({ ok: false, error: { code: 'store.invalid' } })
  expect(await getRecord('line-check', lineCheckId(place.id, 'P-1'))).toMatchObject({ accepted: 5 })
})

test('two delimited errors added at once are both kept', async () => {
  const scope = await placeInspection()
  const sample = await placeSample(scope)
  const add = (code: string) =>
    saveSample(sample, ({ systemic }) => ({
      systemic: [...systemic, { code, description: '', ids: [], amount: 0 }],
    }))
  await Promise.all([add('S1'), add('S2')])
  expect((await getRecord('sample', sample.id))?.systemic.map(({ code }) => code)).toEqual(['S1', 'S2'])
})

test('a signed inspection takes no further checks', async () => {
  const scope = await placeInspection('DRAFT_SIGNED')
  const refused = await saveCheck({ id: newId(), inspectionId: scope }, 'P-1', { accepted: 0 })
  expect(refused).toMatchObject({ ok: false, error: { code: 'store.closed' } })
})
