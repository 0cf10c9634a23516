import type { StrokeOf } from '#renderer/ui/keys.ts'

/** Where a key leads to in a list of rows from the place it is at; `page` rows go over with PageUp and PageDown. */
export function placeAfter(
  stroke: StrokeOf<'table' | 'list', 'move'>,
  at: number,
  { page = 1, last }: { readonly page?: number; readonly last: number },
): number {
  const steps: Readonly<Record<typeof stroke, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }
  return Math.min(Math.max(steps[stroke], 0), last)
}
