import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attemptCounter, waitAfter } from '#main/services/keyring/attempts.ts'
import { temporaryFolder } from '#test/main/services/temporary-folder.ts'

it('waits longer after every wrong try, up to a quarter of an hour', () => {
  expect([0, 1, 2, 3, 4, 5].map(waitAfter)).toEqual([0, 0, 0, 2_000, 4_000, 8_000])
  fc.assert(fc.property(fc.nat(200), (tries) => waitAfter(tries + 1) >= waitAfter(tries)))
  expect(waitAfter(1_000)).toBe(15 * 60_000)
})

it('keeps counting over a restart, and starts again after the right passphrase', async () => {
  const folder = await temporaryFolder()
  const now = () => 1_000_000
  for (let n = 0; n < 4; n++) await attemptCounter(folder, now).begin()
  expect(await attemptCounter(folder, now).waitMs()).toBe(4_000)
  expect(await attemptCounter(folder, () => now() + 3_000).waitMs()).toBe(1_000)
  await attemptCounter(folder, now).succeed()
  expect(await attemptCounter(folder, now).waitMs()).toBe(0)
})

it('waits its full time at most when the clock is set back', async () => {
  const folder = await temporaryFolder()
  for (let n = 0; n < 4; n++) await attemptCounter(folder, () => 1_000_000_000).begin()
  expect(await attemptCounter(folder, () => 0).waitMs()).toBe(4_000)
})
