import { Type, type Static } from 'typebox'
import { keptAt } from '#renderer/ui/kept-drafts.ts'
import { keepLook } from '#renderer/ui/kept-looks.ts'

const Spot = Type.Object({ top: Type.Number(), left: Type.Number() })
/** How far something is scrolled, in pixels. */
export type Spot = Static<typeof Spot>

/** Where the containers of the screen that is shown are scrolled to, by their names. */
const SCROLLS = {
  ...{ scope: null, name: 'scrolls' },
  shape: Type.Record(Type.String(), Spot),
}

/** Those of the screen that the app was left on, until another is shown: what leads elsewhere scrolls by itself. */
let left: Static<(typeof SCROLLS)['shape']> = {}

/** Has the containers of the first screen go back to where they were left. */
export const restoreScrolls = (): void => {
  left = keptAt(SCROLLS) ?? {}
}

/** Another screen is shown, from its top. */
export function forgetScrolls(): void {
  left = {}
  keepLook(SCROLLS, {})
}

/** Where a container was left; null when it stays where it is. */
export const spotOf = (name: string): Spot | null => left[name] ?? null

/** The container is there again, or somebody scrolls it: it is not moved any more. */
export function forgetSpot(name: string): void {
  left = Object.fromEntries(Object.entries(left).filter(([one]) => one !== name))
}

/** Keeps where a container came to rest. */
export const keepSpot = (name: string, { top, left }: Spot): void =>
  keepLook(SCROLLS, { ...keptAt(SCROLLS), [name]: { top, left } })
