import { fractionOf } from '#domain/fraction.ts'

/** Finds where a falling function reaches a value: 200 halvings at most, to the last bit. */
function fallsTo(value: number, from: number, to: number, falling: (at: number) => number): number {
  let low = from
  let high = to
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) break
    if (falling(middle) > value) low = middle
    else high = middle
  }
  return high
}

/** e^log + the terms before it, each a ratio of the one after: the lower tail, summed from its largest end. */
function tailFrom(logLast: number, last: number, ratioBefore: (at: number) => number): number {
  let term = 1
  let sum = 1
  for (let at = last; at > 0 && term > sum * 1e-17; at--) {
    term *= ratioBefore(at)
    sum += term
  }
  return Math.exp(logLast + Math.log(sum))
}

/** ln C(n, k) as a sum of logarithms. */
function logChoose(n: number, k: number): number {
  let sum = 0
  for (let at = 1; at <= Math.min(k, n - k); at++) sum += Math.log((n - Math.min(k, n - k) + at) / at)
  return sum
}

/**
 * Clopper–Pearson, one-sided: the highest error rate at which k errors or fewer in n still have the probability
 * 1 − CL (`docs/formulas.md`: 0/25 → 8.80 %, 2/25 → 19.91 % at 90 %).
 * @returns a rate from 0 to 1
 */
export function clopperPearsonUpper(errors: number, size: number, confidence: number): number {
  if (errors >= size) return 1
  const logWays = logChoose(size, errors)
  const tail = (rate: number): number =>
    tailFrom(
      logWays + errors * (rate > 0 ? Math.log(rate) : 0) + (size - errors) * Math.log1p(-rate),
      errors,
      (at) => (at * (1 - rate)) / ((size - at + 1) * rate),
    )
  return fallsTo(1 - confidence, errors / size, 1, tail)
}

/**
 * Reliability factor RF(k): the Poisson mean at which k errors or fewer have the probability 1 − CL.
 * RF(0) = −ln(1 − CL) exactly (`docs/formulas.md`; the guidance prints 2.31 for 2.3026 at 90 %).
 */
export function reliabilityFactor(errors: number, confidence: number): number {
  if (errors === 0) return -Math.log(1 - confidence)
  let logFactorial = 0
  for (let at = 2; at <= errors; at++) logFactorial += Math.log(at)
  const tail = (mean: number): number =>
    tailFrom(errors * Math.log(mean) - mean - logFactorial, errors, (at) => at / mean)
  const highest = errors + 40 + 20 * Math.sqrt(errors) - 20 * Math.log(1 - confidence)
  return fallsTo(1 - confidence, errors, highest, tail)
}

/**
 * Whether a sample without a single error would show, at the confidence asked, that fewer than `errors` of the
 * `total` units are wrong: P(0 in n | K in N) ≤ 1 − CL, in whole numbers (`docs/formulas.md`).
 */
export function showsFewer(total: number, errors: number, size: number, confidence: number): boolean {
  const [few, many] = errors < size ? [errors, size] : [size, errors]
  if (few + many > total) return true
  let over = 1n
  let under = 1n
  for (let at = 0; at < few; at++) {
    over *= BigInt(total - many - at)
    under *= BigInt(total - at)
  }
  const level = fractionOf(confidence)
  return over * level.under <= under * (level.under - level.over)
}

/** ln 0! to ln n!, in a table. */
function logFactorials(n: number): Float64Array {
  const table = new Float64Array(n + 1)
  for (let at = 2; at <= n; at++) table[at] = (table[at - 1] ?? 0) + Math.log(at)
  return table
}

/** P(k or fewer in n | K in N), hypergeometric. */
function lowerTail(table: Float64Array, total: number, wrong: number, size: number, found: number): number {
  const ways = (n: number, k: number): number => (table[n] ?? 0) - (table[k] ?? 0) - (table[n - k] ?? 0)
  let sum = 0
  for (let at = Math.max(0, size - (total - wrong)); at <= Math.min(found, wrong); at++) {
    sum += Math.exp(ways(wrong, at) + ways(total - wrong, size - at) - ways(total, size))
  }
  return sum
}

/**
 * Most units that may be wrong in a population of `total` when a sample of `size` shows `found`: the largest K with
 * P(found or fewer) > 1 − CL, one-sided, exact for the finite population (`docs/formulas.md`).
 */
export function mostWrongUnits(total: number, size: number, found: number, confidence: number): number {
  const table = logFactorials(total)
  let low = found
  let high = total - (size - found)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const excluded =
      found === 0
        ? showsFewer(total, middle, size, confidence)
        : lowerTail(table, total, middle, size, found) <= 1 - confidence
    if (excluded) high = middle - 1
    else low = middle
  }
  return low
}

/** One look at a growing sample: lines seen in all, and wrong ones among them. */
export interface Look {
  readonly size: number
  readonly wrong: number
}

/** P(`at` wrong among `size` more lines | `wrong` of `total` lines are wrong), hypergeometric. */
function chanceOf(table: Float64Array, total: number, wrong: number, size: number, at: number): number {
  if (at > wrong || size - at > total - wrong) return 0
  const ways = (n: number, k: number): number => (table[n] ?? 0) - (table[k] ?? 0) - (table[n - k] ?? 0)
  return Math.exp(ways(wrong, at) + ways(total - wrong, size - at) - ways(total, size))
}

/**
 * P(a sample that grows from look to look passes at one of them | `wrong` of `total` lines are wrong): at an earlier
 * look with so few wrong lines that the work would have ended there, or at the last one with `most` or fewer.
 * @param limits wrong lines with which each earlier look passes; −1: it cannot
 */
function chanceOfPassing(
  table: Float64Array,
  total: number,
  wrong: number,
  looks: readonly Look[],
  limits: readonly number[],
): number {
  const most = looks.at(-1)?.wrong ?? 0
  // beyond this, nothing passes at any look
  const end = Math.max(most, ...limits)
  let going = new Map([[0, 1]])
  let passed = 0
  for (const [at, { size }] of looks.entries()) {
    const before = looks[at - 1]?.size ?? 0
    const limit = limits[at] ?? most
    const next = new Map<number, number>()
    for (const [found, chance] of going) {
      for (let more = 0; found + more <= end; more++) {
        const here = chance * chanceOf(table, total - before, wrong - found, size - before, more)
        if (found + more <= limit) passed += here
        else next.set(found + more, (next.get(found + more) ?? 0) + here)
      }
    }
    going = next
  }
  return passed
}

/**
 * Most lines that may be wrong when a sample was extended after an error: the largest K whose chance of passing at any
 * of the looks is above 1 − CL. A single look would give its confidence twice (stagewise order of a group-sequential
 * test; Jennison and Turnbull 1999, chapter 8).
 * @param looks cumulated, in their order, each larger than the one before
 * @param wrongLines an earlier look would have passed when it excluded this number
 */
export function mostWrongAfterLooks(
  total: number,
  looks: readonly Look[],
  wrongLines: number,
  confidence: number,
): number {
  const table = logFactorials(total)
  const limits = looks.slice(0, -1).map(({ size }) => passingLimit(total, size, wrongLines, confidence))
  const last = looks.at(-1) ?? { size: 0, wrong: 0 }
  let low = last.wrong
  let high = total - (last.size - last.wrong)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (chanceOfPassing(table, total, middle, looks, limits) <= 1 - confidence) high = middle - 1
    else low = middle
  }
  return low
}

/** Most wrong lines with which a single look excludes `wrongLines`; −1 when even none does not. */
function passingLimit(total: number, size: number, wrongLines: number, confidence: number): number {
  let limit = -1
  while (limit + 1 <= size && mostWrongUnits(total, size, limit + 1, confidence) < wrongLines) limit++
  return limit
}

/** P(`found` or fewer | `wrong` of `total` units are wrong, `size` are checked), hypergeometric: what bounds K. */
export const chanceOfFewer = (total: number, wrong: number, size: number, found: number): number =>
  lowerTail(logFactorials(total), total, wrong, size, found)
