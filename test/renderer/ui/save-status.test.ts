import { expect, it } from 'vitest'
import { err, ok, type Result } from '#domain/result.ts'
import { trackSave, useSaveStatus } from '#renderer/ui/save-status.ts'

it('says saved only once the save has resolved', async () => {
  let resolve: (result: Result<null>) => void = () => undefined
  const promise = new Promise<Result<null>>((done) => (resolve = done))
  const tracked = trackSave(promise)
  expect(useSaveStatus.getState()).toMatchObject({ running: 1, savedAt: null })
  resolve(ok(null))
  await tracked
  expect(useSaveStatus.getState().running).toBe(0)
  expect(useSaveStatus.getState().savedAt).not.toBeNull()
})

it('keeps a refusal on the screen until a save goes through', async () => {
  await trackSave(Promise.resolve(err('store.disk-full')))
  expect(useSaveStatus.getState().failure).toEqual({ code: 'store.disk-full' })
  await trackSave(Promise.resolve(ok(null)))
  expect(useSaveStatus.getState().failure).toBeNull()
})

it('stops counting a save that fell over', async () => {
  await expect(trackSave(Promise.reject(new Error('bug')))).rejects.toThrow('bug')
  expect(useSaveStatus.getState().running).toBe(0)
})

it('leaves the footer as it was when the caller tells the refusal', async () => {
  const before = useSaveStatus.getState()
  await trackSave(Promise.resolve(err('evidence.empty')), { tellsRefusal: true })
  expect(useSaveStatus.getState()).toEqual(before)
})
