import { expect, it } from 'vitest'
import { zoomByKey, type KeyPress } from '#main/windows/zoom.ts'
import { KEYS, keysOf } from '#renderer/ui/keys.ts'

function page(factor = 1) {
  return { getZoomFactor: () => factor, setZoomFactor: (next: number) => (factor = next) }
}
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  type: 'keyDown',
  key,
  code: '',
  control: true,
  meta: false,
  alt: false,
  ...more,
})

it('grows, shrinks and resets with Ctrl and + - 0', () => {
  const view = page()
  zoomByKey(view, press('+'))
  expect(view.getZoomFactor()).toBeGreaterThan(1)
  zoomByKey(view, press('-'))
  expect(view.getZoomFactor()).toBeCloseTo(1)
  zoomByKey(view, press('='))
  zoomByKey(view, press('0'))
  expect(view.getZoomFactor()).toBe(1)
})

it('resets with the key of the 0 on AZERTY too, which types à', () => {
  const view = page(2)
  expect(zoomByKey(view, press('à', { code: 'Digit0' }))).toBe(true)
  expect(view.getZoomFactor()).toBe(1)
})

it('knows exactly the keys that the list of keys shows', () => {
  for (const stroke of KEYS.window.zoom) {
    expect(zoomByKey(page(), press(keysOf(stroke).at(-1) ?? ''))).toBe(true)
  }
  expect(KEYS.window.zoom).toEqual(['Ctrl++', 'Ctrl+=', 'Ctrl+-', 'Ctrl+0'])
})

it('stays between half and three times', () => {
  const view = page()
  for (let n = 0; n < 50; n++) zoomByKey(view, press('+'))
  expect(view.getZoomFactor()).toBe(3)
  for (let n = 0; n < 50; n++) zoomByKey(view, press('-'))
  expect(view.getZoomFactor()).toBe(0.5)
})

it('leaves every other key to the page', () => {
  const view = page()
  expect(zoomByKey(view, press('+', { control: false }))).toBe(false)
  expect(zoomByKey(view, press('+', { type: 'keyUp' }))).toBe(false)
  expect(zoomByKey(view, press('s'))).toBe(false)
  expect(view.getZoomFactor()).toBe(1)
})
