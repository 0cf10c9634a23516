/** Repeatable chance: the same seed gives the same network on every machine. */
export interface Chance {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** True in `percent` of a hundred cases. */
  happens(percent: number): boolean
}

/** Mulberry32 (public domain, T. Ettinger): small, and good enough to spread sample data. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    int,
    pick: (from) => {
      const value = from[int(0, from.length - 1)]
      if (value === undefined) throw new RangeError('nothing to pick from')
      return value
    },
    happens: (percent) => next() * 100 < percent,
  }
}
