import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Convention } from '#domain/convention/convention.ts'
import type { Evaluation } from '#domain/sampling/evaluation.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { changeSample } from '#renderer/db/numbers/change-sample.ts'
import { drawInspectionSample } from '#renderer/db/numbers/draw.ts'
import { evaluateInspectionSample } from '#renderer/db/numbers/evaluate.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { getRecord, listRecords } from '#renderer/db/records.ts'
import { closeStore } from '#renderer/db/store.ts'
import {
  applySample,
  projectionOf,
  withdrawProjection,
} from '#renderer/features/checking/commands/apply-sample.ts'
import { saveCheck } from '#renderer/features/checking/commands/save-check.ts'
import { saveSample } from '#renderer/features/checking/commands/save-sample.ts'
import { acceptedAsDeclared, refusedWhole } from '#renderer/features/checking/line-result.ts'
import { codeOf, valueOf } from '#test/domain/sampling/support.ts'
import { fullConvention } from '#test/fixtures/conventions/full-convention.ts'
import { paymentsOf, paymentSource, placePackage, take } from '#test/renderer/db/numbers/payments.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

let scope: string

/** Ten payments of 100 €, four of them drawn, one of those refused. */
beforeEach(async () => {
  await openTestStore()
  scope = await placeInspection('ON_SITE')
  await placePackage(scope)
  await take(scope, paymentsOf(...Array.from({ length: 10 }, () => 100_00)))
})
afterEach(closeStore)

async function checkedSample(): Promise<InspectionSample> {
  const drawn = await drawInspectionSample(scope, {
    title: '',
    source: await paymentSource(scope),
    definition: {
      ...{ method: 'SIMPLE_RANDOM', seed: 's', confidence: 0.9, materiality: 0.02, expectedRate: 0 },
      size: 4,
    },
  })
  const sample = (await getRecord('sample', valueOf(drawn).id))!
  for (const [at, unit] of sample.units.entries()) {
    const fields =
      at === 0 ? { ...refusedWhole(unit), cause: 'x', nature: 'RANDOM' as const } : acceptedAsDeclared(unit)
    await saveCheck(sample, unit.id, fields)
  }
  return sample
}

const stored = async (sample: InspectionSample) => (await getRecord('sample', sample.id))!

const evaluated = async (sample: InspectionSample): Promise<Evaluation> =>
  valueOf(await evaluateInspectionSample(sample, await listRecords('line-check', scope)))

const withClause = (extrapolation: boolean): Convention => ({
  ...fullConvention(),
  parameters: fullConvention().parameters.map((one) => ({ ...one, extrapolation })),
})

test('without the clause a projection is not applied, whatever the partner was told', async () => {
  await take(scope, withClause(false))
  const sample = await checkedSample()
  await saveSample(sample, () => ({ notices: [{ kind: 'METHOD', sentOn: '2026-01-05' }] }))
  const refused = await applySample(await stored(sample), await evaluated(sample))
  expect(codeOf(refused)).toBe('sampling.no-extrapolation-clause')
  expect((await stored(sample)).appliedOn).toBeNull()
})

test('with the clause and both notices it is applied from today, and can be an indication again', async () => {
  await take(scope, withClause(true))
  const sample = await checkedSample()
  const evaluation = await evaluated(sample)
  expect(codeOf(await applySample(sample, evaluation))).toBe('sampling.notice-missing')
  await saveSample(sample, () => ({
    notices: [
      { kind: 'METHOD', sentOn: '2026-01-05' },
      { kind: 'RESULT', sentOn: '2026-02-05' },
    ],
  }))
  const told = await stored(sample)
  // 10 lines · 100 € / 4 checked, less the 100 € that are confirmed on the line itself
  expect(valueOf(await projectionOf(told, evaluation, today())).amount).toBe(150_00)
  valueOf(await applySample(told, evaluation))
  expect((await stored(sample)).appliedOn).toBe(today())
  valueOf(await withdrawProjection(told))
  expect((await stored(sample)).appliedOn).toBeNull()
})

test('what was found on a line before it was replaced does not stop the evaluation', async () => {
  await take(scope, withClause(false))
  const sample = await checkedSample()
  const [first] = sample.units
  valueOf(await changeSample(sample, { kind: 'REPLACE', id: first?.id ?? '', reason: 'Dossier transmis' }))
  const changed = await stored(sample)
  const added = changed.units.find(({ id }) => !sample.units.some((unit) => unit.id === id))
  if (added) await saveCheck(changed, added.id, acceptedAsDeclared(added))
  expect((await evaluated(changed)).confirmed).toBe(0)
})
