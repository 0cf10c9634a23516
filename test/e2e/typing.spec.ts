import { expect, test } from '@playwright/test'
import { chanceFrom } from '#scripts/sample/chance.ts'
import { openTypingDesk, tortureOnce } from '#test/torture/typing.ts'

test('what is typed is there after ✕, kill -9 and a lock in the middle of it, and the footer never lies', async () => {
  const chance = chanceFrom(11)
  const { app, store } = await openTypingDesk()
  for (const moment of ['close', 'kill', 'lock'] as const) {
    const { faults } = await tortureOnce(app, chance, moment)
    expect(faults, moment).toEqual([])
  }
  await app.remove()
  await store.remove()
})
