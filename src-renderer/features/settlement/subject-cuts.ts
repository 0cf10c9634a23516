import { traceCuts, traceFinding, traceRow, type TracedCut } from '#domain/settlement/trace.ts'
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

/** Cents that a finding takes away. */
export const takenBy = (settlement: Settlement, findingId: string): number =>
  traceFinding(settlement, findingId).reduce((sum, { amount }) => sum + amount, 0)
