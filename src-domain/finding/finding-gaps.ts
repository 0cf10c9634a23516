import type { Finding } from '#domain/finding/finding.ts'
import { findingLabel } from '#domain/finding/numbering.ts'
import type { FindingField, Gap } from '#domain/inspection/gap.ts'

type Element = 'title' | 'criterion' | 'condition' | 'cause' | 'effect' | 'recommendation'

/**
 * The elements a finding needs (`docs/domain/report.md`): a positive one says what was seen; an observation also what
 * should be; anything graver is told whole, and an element that can't be determined says why.
 */
export function requiredElements(finding: Pick<Finding, 'positive' | 'severity'>): readonly Element[] {
  if (finding.positive) return ['title', 'condition']
  if (finding.severity === 'OBSERVATION') return ['title', 'criterion', 'condition']
  return ['title', 'criterion', 'condition', 'cause', 'effect', 'recommendation']
}

/** What is still missing in one finding, and what in it does not agree with the rest of it. */
export function findingGaps(finding: Finding): Gap[] {
  const gap = (code: string, field: FindingField, weight: Gap['weight']): Gap => ({
    code,
    weight,
    place: { kind: 'finding', findingId: finding.id, field },
    label: findingLabel(finding.number),
  })
  const missing = requiredElements(finding)
    .filter((element) => finding[element].trim() === '')
    .map((element) => gap(`finding-${element}`, element, 'missing'))
  const incoherent = contradictions(finding).map(([code, field]) => gap(code, field, 'incoherent'))
  const loose = finding.pointCode === null ? [gap('finding-point', 'pointCode', 'advice')] : []
  return [...missing, ...loose, ...incoherent]
}

/** What contradicts the rest, and the field that is most likely wrong. */
function contradictions(finding: Finding): (readonly [string, FindingField])[] {
  const hasAmount = finding.amount !== null && finding.amount !== 0
  if (finding.positive) {
    return [
      ...(hasAmount ? [['positive-with-amount', 'amount'] as const] : []),
      ...(finding.severity === 'OBSERVATION' ? [] : [['positive-with-severity', 'severity'] as const]),
    ]
  }
  return [
    ...(hasAmount && finding.nature === 'NOT_APPLICABLE'
      ? [['amount-without-nature', 'nature'] as const]
      : []),
    ...(hasAmount && finding.severity === 'OBSERVATION'
      ? [['amount-with-observation', 'severity'] as const]
      : []),
  ]
}
