import { expect } from 'vitest'
import type { Settlement } from '#domain/settlement/settlement.ts'
import { traceCuts } from '#domain/settlement/trace.ts'

/** Every sum of a settlement holds to the cent. */
export function expectExact(settlement: Settlement): void {
  for (const { declared, accepted, rejected, rows } of settlement.lines) {
    expect(accepted + rejected).toBe(declared)
    expect(rows.reduce((sum, row) => sum + row.accepted, 0)).toBe(accepted)
    expect(rows.reduce((sum, row) => sum + row.declared, 0)).toBe(declared)
    for (const row of rows) {
      expect(row.accepted).toBeGreaterThanOrEqual(0)
      expect(row.accepted + row.rejected).toBe(row.declared)
      expect(row.cuts.reduce((sum, { amount }) => sum + amount, 0)).toBe(row.rejected)
    }
  }
  expect(settlement.accepted + settlement.rejected).toBe(settlement.declared)
  expect(traceCuts(settlement).reduce((sum, { amount }) => sum + amount, 0)).toBe(settlement.rejected)
  expect(settlement.accepted).toBeGreaterThanOrEqual(0)
  expect(settlement.accepted - settlement.advances).toBe(settlement.balance - settlement.recovery)
  expect(Math.min(settlement.balance, settlement.recovery)).toBe(0)
}
