import { evidenceLabel, findingLabel } from '#domain/finding/numbering.ts'
import type { RefusedItem } from '#renderer/db/refused.ts'

/** Texts of records that tell best what a change was about, best first. */
const TEXTS = ['title', 'condition', 'comment', 'caption', 'summary', 'conclusion', 'reason'] as const
const MOST_LETTERS = 160

/**
 * What a refused change speaks of, e.g. `DUR-2` or `C-03`, and the first words it wrote; empty where there are none.
 * @param record the record as shown on this laptop
 */
export function describeRefused(
  { kind, mutation: { patch } }: Pick<RefusedItem, 'kind' | 'mutation'>,
  record: object = {},
): { readonly label: string; readonly words: string } {
  const whole: Readonly<Record<string, unknown>> = { ...record, ...patch }
  const texts = TEXTS.map((field) => patch[field])
  const written = texts.find((text): text is string => typeof text === 'string' && text !== '')
  return { label: labelOf(kind, whole), words: (written ?? '').slice(0, MOST_LETTERS) }
}

function labelOf(
  kind: RefusedItem['kind'],
  { pointCode, number }: Readonly<Record<string, unknown>>,
): string {
  if (kind === 'answer') return typeof pointCode === 'string' ? pointCode : ''
  if (typeof number !== 'number') return ''
  return kind === 'finding' ? findingLabel(number) : evidenceLabel(number)
}
