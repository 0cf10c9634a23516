/** The strokes that move in a list, a table or the grid, one element at a time. */
const UP_DOWN = ['ArrowUp', 'ArrowDown'] as const
const IN_A_TABLE = [...UP_DOWN, 'PageUp', 'PageDown', 'Home', 'End'] as const

/**
 * Every key there is: area → act → the strokes that ask for it. The handlers and the list under `?` are both made from
 * this; its words are in the catalog `keys`.
 *
 * A digit is the key of the number row, whatever is printed there (the row of AZERTY gives & é " ' unshifted), or a digit
 * that is typed otherwise. A letter or a sign is what is printed on the key: that is what people look for.
 */
export const KEYS = {
  everywhere: { palette: ['Ctrl+K'], sync: ['Ctrl+Shift+S'], list: ['?'] },
  always: { lock: ['Ctrl+Shift+L'] },
  window: { zoom: ['Ctrl++', 'Ctrl+=', 'Ctrl+-', 'Ctrl+0'] },
  file: { 'new-finding': ['Ctrl+N'] },
  findings: { duplicate: ['Ctrl+D'] },
  points: {
    answer: ['1', '2', '3', '4'],
    previous: ['Alt+ArrowUp'],
    next: ['Alt+ArrowDown', 'Ctrl+Enter'],
  },
  result: { choose: ['1', '2', '3', 'U'] },
  lines: {
    previous: ['Alt+ArrowUp', 'Shift+Enter'],
    next: ['Alt+ArrowDown', 'Enter', 'Ctrl+Enter'],
    unchecked: ['N'],
  },
  grid: {
    move: [...IN_A_TABLE, 'ArrowLeft', 'ArrowRight', 'Ctrl+Home', 'Ctrl+End'],
    extend: [
      'Shift+ArrowUp',
      'Shift+ArrowDown',
      'Shift+PageUp',
      'Shift+PageDown',
      'Ctrl+Shift+Home',
      'Ctrl+Shift+End',
    ],
    select: ['Space'],
    all: ['Ctrl+A'],
    open: ['Enter'],
    close: ['Escape'],
  },
  row: { close: ['Escape'] },
  header: { sort: ['Enter'], 'sort-further': ['Shift+Enter'], filter: ['Alt+ArrowDown'], all: ['Space'] },
  columns: { move: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  table: { move: IN_A_TABLE },
  sample: { open: ['Enter'] },
  list: { move: [...UP_DOWN, 'Home', 'End'], open: ['Enter'] },
  pdf: { larger: ['+'], smaller: ['-'], fit: ['0'] },
  palette: { move: UP_DOWN, run: ['Enter'] },
  field: { take: ['Enter'] },
  date: { calendar: ['ArrowDown'] },
  dialog: { close: ['Escape'] },
} as const satisfies Record<string, Record<string, readonly string[]>>

type Keys = typeof KEYS
export type Area = keyof Keys
export type ActOf<A extends Area> = keyof Keys[A] & string
/** The strokes of an act, as they are written in the list. */
export type StrokeOf<A extends Area, B extends ActOf<A>> = (Keys[A][B] & readonly string[])[number]

/** What is needed of a key event, the page's own or React's. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
  getModifierState(key: string): boolean
}

/** An act that was asked for, and by which of its strokes. */
export type Pressed<A extends Area> = {
  readonly [B in ActOf<A>]: { readonly act: B; readonly stroke: StrokeOf<A, B> }
}[ActOf<A>]

/** What a key asks for in an area; null when it asks for nothing there. */
export function pressed<A extends Area>(area: A, press: KeyPress): Pressed<A> | null {
  for (const [act, strokes] of Object.entries<readonly string[]>(KEYS[area])) {
    const stroke = strokes.find((one) => isStroke(one, press))
    if (stroke !== undefined) return { act, stroke } as Pressed<A>
  }
  return null
}

const STROKE = /^(Ctrl\+)?(Alt\+)?(Shift\+)?(.+)$/

/** `Ctrl+Shift+S` → `Ctrl`, `Shift`, `S`. */
export function keysOf(stroke: string): string[] {
  const [, ctrl, alt, shift, key = ''] = STROKE.exec(stroke) ?? []
  return [...(ctrl ? ['Ctrl'] : []), ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), key]
}

/** As `aria-keyshortcuts` wants it. */
export const ariaKeys = (strokes: readonly string[]): string =>
  strokes.map((stroke) => stroke.replace('Ctrl+', 'Control+')).join(' ')

/** Whether the stroke types something by itself, so that a text field wants it. */
export const isTyping = (stroke: string): boolean => /^(?:Shift\+)?(?:.|Enter|Space)$/.test(stroke)

function isStroke(stroke: string, press: KeyPress): boolean {
  const [, ctrl, alt, shift, key = ''] = STROKE.exec(stroke) ?? []
  const held = (press.ctrlKey || press.metaKey) === Boolean(ctrl) && press.altKey === Boolean(alt)
  // AltGr types a sign: on AZERTY `#` on the key of the 3.
  if (!held || press.getModifierState('AltGraph')) return false
  if (/^\d$/.test(key)) return press.key === key || (press.code === `Digit${key}` && !press.shiftKey)
  // Shift may be what it takes to type a sign.
  const sign = key.length === 1 && !/^[A-Z]$/.test(key)
  return nameOf(press.key) === key && (sign || press.shiftKey === Boolean(shift))
}

const nameOf = (key: string): string => (key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key)
