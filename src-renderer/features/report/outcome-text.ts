import type { TFunction } from 'i18next'
import type { AcknowledgementRecord, Outcome } from '#domain/report/acknowledgement.ts'

/** The outcome, and the two names that its sentence needs. */
type Told = Pick<AcknowledgementRecord, 'name' | 'function'> & {
  readonly kind: Outcome
  readonly copy?: unknown
}

/**
 * The sentence said of the partner's part in a version. Refusals recorded before the copy was asked for stood for
 * "refuses or cannot": of them it is only said that nobody signed.
 */
export function outcomeText(
  { kind, name, function: role, copy }: Told,
  t: TFunction<readonly ['report', ...string[]] | 'report'>,
): string {
  const sentence = kind === 'REFUSED' && copy === undefined ? 'UNSIGNED' : kind
  const who = [name.trim(), role.trim()].filter(Boolean).join(', ') || t('report:somebody')
  return t(`report:outcome.${sentence}`, { who })
}

/** The field in which an outcome is explained, and the word for it: `partner.<word>` of the catalog `report`. */
export const EXPLAINED = {
  SIGNED: { field: 'remark', word: 'remark' },
  REFUSED: { field: 'reason', word: 'reason' },
  ABSENT: { field: 'remark', word: 'circumstances' },
  UNABLE: { field: 'reason', word: 'hindrance' },
  REPLY_LATER: { field: 'remark', word: 'remark' },
} as const satisfies Record<Outcome, { readonly field: 'remark' | 'reason'; readonly word: string }>
