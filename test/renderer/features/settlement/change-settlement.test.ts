import { beforeEach, describe, expect, it } from 'vitest'
import { listRecords } from '#renderer/db/records.ts'
import { settlementId } from '#domain/settlement/inspection-settlement.ts'
import { changeSettlement } from '#renderer/features/settlement/commands/change-settlement.ts'
import { FINDING, unitCostConvention } from '#test/domain/settlement/inspection-support.ts'
import { openTestStore, placeInspection } from '#test/renderer/open-test-store.ts'

beforeEach(openTestStore)
const convention = unitCostConvention()

describe('deciding on a settlement', () => {
  it('keeps the advances that were proposed with the first decision', async () => {
    const scope = await placeInspection()
    expect(await changeSettlement(scope, convention, () => ({ note: 'Vu' }))).toMatchObject({ ok: true })
    const [record] = await listRecords('settlement', scope)
    expect(record).toMatchObject({ id: settlementId(scope), note: 'Vu' })
    expect(record?.advances).toEqual([{ paidOn: '2025-02-03', amount: 9_200_000 }])
    expect(record?.settledOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('loses none of two changes made at once', async () => {
    const scope = await placeInspection()
    const add = (cause: string) =>
      changeSettlement(scope, convention, ({ corrections }) => ({
        corrections: [...corrections, { cause, amount: 100, findings: [FINDING] }],
      }))
    await Promise.all([add('a'), add('b'), add('c')])
    const [record] = await listRecords('settlement', scope)
    expect(record?.corrections.map(({ cause }) => cause)).toEqual(['a', 'b', 'c'])
  })

  it('goes on after a change that was refused, and refuses one where nothing may be written', async () => {
    const scope = await placeInspection()
    const wrong = await changeSettlement(scope, convention, () => ({ note: 'x'.repeat(4001) }))
    expect(wrong).toMatchObject({ ok: false, error: { code: 'store.invalid' } })
    expect(await changeSettlement(scope, convention, () => ({ advances: [] }))).toMatchObject({ ok: true })
    const signed = await placeInspection('DRAFT_SIGNED')
    const late = await changeSettlement(signed, convention, () => ({ note: 'x' }))
    expect(late).toMatchObject({ ok: false, error: { code: 'store.closed' } })
  })
})
