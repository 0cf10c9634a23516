import {
  traceCuts,
  traceFinding,
  traceOverlaps,
  traceRow,
  type TracedCut,
  type TracedOverlap,
} from '#domain/settlement/trace.ts'
import type { Settlement } from '#domain/settlement/settlement.ts'
import type { Subject } from '#renderer/features/settlement/state/settlement-view.ts'

/** What was taken away from a subject, and by a finding wherever it shows. */
export function cutsOf(settlement: Settlement, subject: Subject): TracedCut[] {
  switch (subject.kind) {
    case 'all':
      return traceCuts(settlement)
    case 'whole':
      return traceCuts(settlement).filter(({ row }) => row === null)
    case 'line':
      return traceCuts(settlement).filter(({ line }) => line === subject.line)
    case 'row':
      return traceRow(settlement, subject.row)
    case 'finding':
      return traceFinding(settlement, subject.findingId)
  }
}

/** What was not taken of a subject, because it was taken already. */
export function overlapsOf(settlement: Settlement, subject: Subject): TracedOverlap[] {
  const isOf: Readonly<Record<Subject['kind'], (one: TracedOverlap) => boolean>> = {
    all: () => true,
    whole: ({ row }) => row === null,
    line: ({ line }) => subject.kind === 'line' && line === subject.line,
    row: ({ row }) => subject.kind === 'row' && row === subject.row,
    finding: ({ findings }) => subject.kind === 'finding' && findings.includes(subject.findingId),
  }
  return traceOverlaps(settlement).filter(isOf[subject.kind])
}

/** Cents that a finding takes away. */
export const takenBy = (settlement: Settlement, findingId: string): number =>
  traceFinding(settlement, findingId).reduce((sum, { amount }) => sum + amount, 0)
