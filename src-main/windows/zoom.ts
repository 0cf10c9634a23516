/** The parts of Electron's key event and page that zooming needs. */
export interface KeyPress {
  readonly type: string
  readonly key: string
  /** Where the key is: the row of digits of AZERTY gives others unshifted. */
  readonly code: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
}
export interface Zoomable {
  getZoomFactor(): number
  setZoomFactor(factor: number): void
}

const STEP = 1.1
const SMALLEST = 0.5
const LARGEST = 3

/** Ctrl/⌘ with + - 0, which a window without a menu would not know. Returns whether the key was one of them. */
export function zoomByKey(page: Zoomable, press: KeyPress): boolean {
  if (press.type !== 'keyDown' || press.alt || !(press.control || press.meta)) return false
  const factor = nextFactor(page.getZoomFactor(), press)
  if (factor === null) return false
  page.setZoomFactor(Math.min(LARGEST, Math.max(SMALLEST, factor)))
  return true
}

function nextFactor(now: number, { key, code }: KeyPress): number | null {
  if (key === '+' || key === '=') return now * STEP
  if (key === '-') return now / STEP
  return key === '0' || code === 'Digit0' ? 1 : null
}
