import { agreedFteOn, parametersOn } from '#domain/convention/parameters.ts'
import { daysBetween } from '#domain/dates.ts'
import type { Fields } from '#domain/listing/columns.ts'
import { qualificationLevel } from '#domain/listing/judge/qualification.ts'
import { printDay, printHours, when, type Check } from '#domain/listing/judge/rule.ts'

type Worker = Fields<'counsellors'>
type WorkerCheck = Check<'counsellors'>

/** Sums of FTE with two decimals are compared with this margin. */
const MARGIN = 1e-6

/** FTE paid by others: a percentage of the contract (`docs/domain/files.md`). */
const otherFte = (row: Worker): number => ((row.otherFundingPct ?? 0) / 100) * row.fteContract

const fteChecks: readonly WorkerCheck[] = [
  {
    code: 'staff-fte-above-contract',
    point: 'FIN-2',
    severity: 'F',
    columns: ['fteOnAction', 'fteContract'],
    breach: ({ fteOnAction, fteContract }) =>
      when(fteOnAction > fteContract + MARGIN, () => ({
        action: printHours(fteOnAction),
        contract: printHours(fteContract),
      })),
  },
  {
    code: 'staff-double-funding',
    point: 'FIN-6',
    severity: 'F',
    columns: ['fteOnAction', 'otherFundingPct', 'subsidisedPost', 'fteContract'],
    breach: (row) => {
      const funded = row.fteOnAction + otherFte(row)
      const doubled = otherFte(row) > 0 && funded > row.fteContract + MARGIN
      return when(doubled, () => ({ funded: printHours(funded), contract: printHours(row.fteContract) }))
    },
  },
  {
    code: 'staff-fte-above-agreed',
    point: 'ACT-6',
    severity: 'W',
    columns: ['fteOnAction', 'startOnAction'],
    breach: ({ counsellorId, startOnAction }, { fteAtStart, convention }) => {
      const total = fteAtStart.get(counsellorId) ?? 0
      const agreed = agreedFteOn(convention, startOnAction)
      return when(total > agreed + MARGIN, () => ({
        total: printHours(total),
        agreed: printHours(agreed),
        date: printDay(startOnAction),
      }))
    },
  },
]

/**
 * What is suspicious in a worker: `docs/domain/columns.md`. A wage lump sum wants payslips or individual accounts: the Court of
 * Audit does not take timesheets as proof.
 */
export const counsellorChecks: readonly WorkerCheck[] = [
  ...fteChecks,
  {
    code: 'staff-outside-contract',
    point: 'FIN-2',
    severity: 'F',
    columns: ['contractStart', 'contractEnd', 'startOnAction', 'endOnAction'],
    breach: (row) => {
      const early = row.startOnAction < row.contractStart
      const late = row.contractEnd !== null && (row.endOnAction ?? row.startOnAction) > row.contractEnd
      return when(early || late)
    },
  },
  {
    code: 'staff-no-payslip',
    point: 'FIN-2',
    severity: 'F',
    columns: ['counsellorId'],
    against: 'documents',
    breach: ({ counsellorId, workerId, fteOnAction }, { rows, payslips, convention }) => {
      const paidPerHead = convention.financing.mode === 'SALARY_LUMP_SUM' && fteOnAction > 0
      const hasPayslip = payslips.has(counsellorId) || payslips.has(workerId ?? '')
      return when(paidPerHead && rows.documents !== undefined && !hasPayslip)
    },
  },
  {
    code: 'staff-absent-too-long',
    point: 'FIN-2',
    severity: 'W',
    columns: ['absenceDays', 'startOnAction', 'endOnAction'],
    breach: ({ absenceDays, startOnAction, endOnAction }, { convention }) => {
      const end = endOnAction ?? convention.controlPeriod.end
      const days = Math.max(0, daysBetween(startOnAction, end) + 1)
      return when((absenceDays ?? 0) > days, () => ({ absent: printHours(absenceDays ?? 0), days }))
    },
  },
  {
    code: 'staff-no-access',
    point: 'EXC-3',
    severity: 'F',
    columns: ['rpeUser'],
    breach: ({ counsellorId, rpeUser }, { entries }) => {
      const count = entries.get(counsellorId) ?? 0
      return when(!rpeUser && count > 0, () => ({ count }))
    },
  },
  {
    code: 'staff-qualification-below',
    point: 'ACT-6',
    severity: 'F',
    columns: ['qualification'],
    breach: ({ qualification, startOnAction }, { convention }) => {
      const required = parametersOn(convention, startOnAction).requiredQualification
      const wanted = required === null ? null : qualificationLevel(required)
      const held = qualification === null ? null : qualificationLevel(qualification)
      if (wanted === null || held === null) return null
      return when(held < wanted, () => ({ held: qualification ?? '', required: required ?? '' }))
    },
  },
  {
    code: 'staff-qualification-unread',
    point: 'ACT-6',
    severity: 'W',
    columns: ['qualification'],
    needs: ['qualification'],
    breach: ({ qualification, startOnAction }, { convention }) => {
      const required = parametersOn(convention, startOnAction).requiredQualification
      const unread = qualification === null || qualificationLevel(qualification) === null
      return when(required !== null && unread, () => ({ required: required ?? '' }))
    },
  },
]
