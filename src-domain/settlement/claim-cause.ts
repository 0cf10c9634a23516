import { sampleLabel } from '#domain/finding/numbering.ts'

/**
 * Causes that have a text of their own, at `cause.*` of the catalog `settlement`; every other cause is words the
 * inspector wrote, or names a sample.
 */
export const CAUSES = [
  'scale',
  'invalid-units',
  'contract',
  'double-funding',
  'absence',
  'agreed-fte',
  'gross-cost',
  'outside-period',
  'covered-by-flat-rate',
  'hourly-rate',
  'hours',
  'allocation-key',
  'category-ceiling',
  'base-cut',
  'ceiling',
  'performance',
  'finding',
] as const

type SampleCause = 'sample' | 'systemic' | 'projection'

/** The cause of what a sample takes away: `sample E-01` line by line, `systemic E-01`, `projection E-01`. */
export const sampleCause = (kind: SampleCause, number: number): string => `${kind} ${sampleLabel(number)}`

/** A cause in words: a key of the catalog `settlement` with its values, or the text itself. */
export type CauseWords =
  { readonly key: string; readonly values: Readonly<Record<string, string>> } | { readonly text: string }

/** How a cause is said. */
export function causeWords(cause: string): CauseWords {
  if (CAUSES.some((known) => known === cause)) return { key: `cause.${cause}`, values: {} }
  const [, kind, sample] = /^(sample|systemic|projection) (E-\d+)$/.exec(cause) ?? []
  return kind && sample ? { key: `cause.${kind}`, values: { sample } } : { text: cause }
}
