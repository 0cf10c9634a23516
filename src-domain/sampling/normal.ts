/** AS 241 (Wichura 1988), PPND16: three pairs of polynomials, sixteen digits. */
const CENTRE = {
  over: [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  under: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
    39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
  ],
}
const SIDE = {
  over: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  under: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
}
const TAIL = {
  over: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  under: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
}

const polynomial = (coefficients: readonly number[], at: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * at + coefficient, 0)

const fraction = ({ over, under }: typeof CENTRE, at: number): number =>
  polynomial(over, at) / polynomial(under, at)

/**
 * The standard normal quantile Φ⁻¹(p), to sixteen digits (algorithm AS 241, Wichura 1988).
 * @param p strictly between 0 and 1
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('a quantile needs a probability strictly between 0 and 1')
  const fromCentre = p - 0.5
  if (Math.abs(fromCentre) <= 0.425) return fromCentre * fraction(CENTRE, 0.180625 - fromCentre * fromCentre)
  const root = Math.sqrt(-Math.log(Math.min(p, 1 - p)))
  const size = root <= 5 ? fraction(SIDE, root - 1.6) : fraction(TAIL, root - 5)
  return fromCentre < 0 ? -size : size
}

/** z of a two-sided confidence: Φ⁻¹(1 − (1 − CL)/2), exact (`docs/formulas.md`). */
export const twoSidedZ = (confidence: number): number => normalQuantile(1 - (1 - confidence) / 2)

/** What a two-sided confidence is worth for the upper limit alone: 0.90 → 0.95. */
export const oneSidedConfidence = (confidence: number): number => 1 - (1 - confidence) / 2

/** Sum that loses no small terms (Neumaier), so that the order of rows never matters to the last cent. */
export function sumOf(values: Iterable<number>): number {
  let sum = 0
  let lost = 0
  for (const value of values) {
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}

/** Standard deviation with n − 1 (`docs/formulas.md`); 0 for fewer than two values. */
export function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0
  const mean = sumOf(values) / values.length
  return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1))
}
