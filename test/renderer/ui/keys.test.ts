import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ariaKeys, isTyping, KEYS, keysOf, pressed, type Area, type KeyPress } from '#renderer/ui/keys.ts'
import { KEYBOARDS, type Keyboard, type PhysicalKey } from '#test/fixtures/keyboards.ts'

type Held = Partial<Record<'ctrl' | 'alt' | 'shift' | 'altGraph', boolean>>

const press = (key: string, code: string, { ctrl, alt, shift, altGraph }: Held = {}): KeyPress => ({
  ...{ key, code, ctrlKey: ctrl ?? false, altKey: alt ?? false, shiftKey: shift ?? false, metaKey: false },
  getModifierState: (name) => name === 'AltGraph' && altGraph === true,
})
/** What a keyboard sends for one of its keys. */
const typed = ({ code, plain, shifted }: PhysicalKey, held: Held = {}): KeyPress =>
  press(held.shift ? shifted : plain, code, held)

/** The key events that somebody at a keyboard makes to give a stroke: all the ways there are. */
function waysTo(stroke: string, keyboard: Keyboard): KeyPress[] {
  const keys = keysOf(stroke)
  const name = keys.at(-1) ?? ''
  const held = { ctrl: keys.includes('Ctrl'), alt: keys.includes('Alt'), shift: keys.includes('Shift') }
  if (name.length > 1) return [press(name === 'Space' ? ' ' : name, name, held)]
  const all: readonly PhysicalKey[] = KEYBOARDS[keyboard]
  if (/\d/.test(name))
    return [
      typed(
        all.find(({ code }) => code === `Digit${name}`)!,
        held,
      ),
    ]
  const printed = all.filter(({ plain }) => plain.toUpperCase() === name)
  const withShift = all.filter(({ shifted }) => shifted === name && !/[A-Z]/.test(name))
  return [
    ...printed.map((one) => typed(one, held)),
    ...withShift.map((one) => typed(one, { ...held, shift: true })),
  ]
}

const everyStroke = Object.entries(KEYS).flatMap(([area, acts]) =>
  Object.entries<readonly string[]>(acts).flatMap(([act, strokes]) =>
    strokes.map((stroke) => ({ area: area as Area, act, stroke })),
  ),
)

describe.each(Object.keys(KEYBOARDS) as Keyboard[])('on %s', (keyboard) => {
  it.each(everyStroke)('$stroke asks for $act ($area)', ({ area, act, stroke }) => {
    const ways = waysTo(stroke, keyboard)
    expect(ways.length, 'nobody can type it').toBeGreaterThan(0)
    for (const way of ways) expect(pressed(area, way)).toEqual({ act, stroke })
  })
})

describe('a key', () => {
  it('is a digit by its place, also when it types a digit with Shift', () => {
    expect(pressed('points', press('&', 'Digit1'))?.stroke).toBe('1')
    expect(pressed('points', press('1', 'Digit1', { shift: true }))?.stroke).toBe('1')
    expect(pressed('points', press('4', 'Numpad4'))?.stroke).toBe('4')
  })

  it('is no digit when it types something else on purpose', () => {
    expect(pressed('points', press('!', 'Digit1', { shift: true }))).toBeNull()
    expect(pressed('points', press('#', 'Digit3', { altGraph: true }))).toBeNull()
    expect(pressed('points', press('End', 'Numpad1'))).toBeNull()
    expect(pressed('points', press('&', 'Digit1', { ctrl: true }))).toBeNull()
  })

  it('is a letter by what is printed on it, with the capital lock or without', () => {
    expect(pressed('lines', press('n', 'KeyN'))?.act).toBe('unchecked')
    expect(pressed('lines', press('N', 'KeyN'))?.act).toBe('unchecked')
    expect(pressed('grid', press('a', 'KeyQ', { ctrl: true }))?.act).toBe('all')
    expect(pressed('grid', press('q', 'KeyA', { ctrl: true }))).toBeNull()
  })

  it('asks for nothing with more held down than its stroke has', () => {
    expect(pressed('everywhere', press('K', 'KeyK', { ctrl: true, shift: true }))).toBeNull()
    expect(pressed('everywhere', press('k', 'KeyK', { ctrl: true, alt: true }))).toBeNull()
    expect(pressed('points', press('ArrowDown', 'ArrowDown'))).toBeNull()
  })

  it('types by itself or asks only', () => {
    expect(['1', 'N', '?', 'Enter', 'Shift+Enter'].every(isTyping)).toBe(true)
    expect(['Ctrl+K', 'Alt+ArrowUp', 'Ctrl+Enter', 'Escape'].some(isTyping)).toBe(false)
  })

  it('is told to those who hear the screen', () => {
    expect(ariaKeys(KEYS.everywhere.sync)).toBe('Control+Shift+S')
  })
})

describe('the list of keys', () => {
  const text = (language: string): unknown =>
    JSON.parse(readFileSync(`resources/locales/${language}/keys.json`, 'utf8'))
  const shape = Object.fromEntries(
    Object.entries(KEYS).map(([area, acts]) => [area, Object.keys(acts).sort()]),
  )

  it.each(['fr', 'nl', 'en'])('says every key there is, and no other, in %s', (language) => {
    const { area, title, hint, name, ...acts } = text(language) as Record<string, Record<string, string>>
    expect([title, hint, name].every(Boolean)).toBe(true)
    expect(Object.keys(area ?? {}).sort()).toEqual(Object.keys(KEYS).sort())
    expect(
      Object.fromEntries(Object.entries(acts).map(([one, texts]) => [one, Object.keys(texts).sort()])),
    ).toEqual(shape)
  })

  it('is what every handler of the page is made from', () => {
    const files = readdirSync('src-renderer', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join('src-renderer', file))
    // The last asks for no key in particular.
    const own = ['ui/keys.ts', 'ui/useKeys.ts', 'ui/places.ts'].map((file) => path.join('src-renderer', file))
    const texts = files.map((file) => [file, readFileSync(file, 'utf8')] as const)
    const outside = texts.filter(([file]) => !own.includes(file))
    const reads = /useHotkeys|getHotkeyHandler|'key(?:down|up|press)'|\bevent\.(?:key|code)\b|\(\{ key \}\)/
    expect(outside.filter(([, source]) => reads.test(source)).map(([file]) => file)).toEqual([])
    const unheard = Object.keys(KEYS).filter(
      (area) => !outside.some(([, source]) => new RegExp(`(?:pressed|useKeys)\\(\\s*'${area}'`).test(source)),
    )
    // Main zooms, and Mantine closes its dialogs.
    expect(unheard).toEqual(['window', 'dialog'])
  })
})
