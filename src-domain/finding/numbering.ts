interface Numbered {
  readonly number: number
}

/** The next order number of an inspection; one in the bin keeps its number, so none is given twice. */
export function nextNumber(existing: readonly Numbered[]): number {
  return existing.reduce((highest, { number }) => Math.max(highest, number), 0) + 1
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** `3` → `C-03`, the number of a finding on screen and in the report. */
export const findingLabel = (number: number): string => `C-${twoDigits(number)}`

/** `7` → `P-07`, the number of a piece of evidence on screen and in the report. */
export const evidenceLabel = (number: number): string => `P-${twoDigits(number)}`

/** `1` → `E-01`, the number of a sample on screen and in the report. */
export const sampleLabel = (number: number): string => `E-${twoDigits(number)}`
