import { Type } from 'typebox'
import { UNION_RATES, unionRateOn } from '#domain/convention/union-rates.ts'
import { deadlineOf, DeadlineRule, publicHolidays, retentionEnd } from '#domain/dates.ts'
import { parseEnterpriseNumber } from '#domain/identifiers/enterprise-number.ts'
import { parseBelgianIban } from '#domain/identifiers/iban.ts'
import { parseNiss } from '#domain/identifiers/niss.ts'
import {
  parseCardNumber,
  parseStructuredCommunication,
} from '#domain/identifiers/structured-communication.ts'
import { ok, type Result } from '#domain/result.ts'
import { ActualCostClaim, settleActualCosts } from '#domain/settlement/actual-costs.ts'
import { AnnualCost, hourlyRate, hourlyRateOfMonth, MonthlyCost } from '#domain/settlement/hourly-rate.ts'
import { INSTALMENT_PRESETS, planInstalments } from '#domain/settlement/instalments.ts'
import { settleUnitCosts, UnitCostClaim } from '#domain/settlement/unit-costs.ts'
import { settleWages, WageClaim } from '#domain/settlement/wages.ts'
import type { Settlement } from '#domain/settlement/settlement.ts'
import { requestKind } from '#scripts/numbers/request-kind.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const PRESETS = ['85_15', '50_50', '70_30'] as const

function settle(claim: UnitCostClaim | WageClaim | ActualCostClaim): Result<Settlement> {
  if (claim.mode === 'UNIT_COST') return settleUnitCosts(claim)
  return claim.mode === 'ACTUAL_COSTS' ? settleActualCosts(claim) : settleWages(claim)
}

function checkIdentifier(kind: string, text: string, asOf: string): object {
  const answer = (digits: string | null): object => ({ valid: digits !== null, digits })
  if (kind === 'enterprise') return answer(parseEnterpriseNumber(text))
  if (kind === 'iban') return answer(parseBelgianIban(text))
  if (kind === 'communication') return answer(parseStructuredCommunication(text))
  if (kind === 'card') return answer(parseCardNumber(text))
  const niss = parseNiss(text, asOf)
  return typeof niss === 'string' ? { valid: false, fault: niss } : { valid: true, ...niss }
}

/** Requests about euros, days and identifiers. */
export const SETTLEMENT_REQUESTS = {
  settle: requestKind(
    'Settles a claim by unit cost, wage lump sum or actual costs: lines, rows, cuts, balance or recovery.',
    { claim: Type.Union([UnitCostClaim, WageClaim, ActualCostClaim]) },
    {
      claim: {
        mode: 'UNIT_COST',
        rows: [
          { row: 'CE-0001', code: 'P1', date: '2025-05-05', units: 91 },
          { row: 'CE-0002', code: 'P1', date: '2025-05-06', units: 5, valid: 0 },
        ],
        unitCosts: [{ code: 'P1', validFrom: '2025-01-01', amount: 115_000 }],
        frame: { ceiling: 11_500_000, advances: [{ paidOn: '2025-02-01', amount: 9_200_000 }] },
      },
    },
    ({ claim }) => settle(claim),
  ),
  'hourly-rate': requestKind(
    'The FSE+ hourly rate in cents, from an annual or a monthly cost.',
    { cost: Type.Union([AnnualCost, MonthlyCost]) },
    { cost: { cost: 4_678_400, fte: 0.8 } },
    ({ cost }) => ('cost' in cost ? hourlyRate(cost) : hourlyRateOfMonth(cost)),
  ),
  'union-rates': requestKind(
    'The ready-made rates of the Union on a day: the most of each flat rate, and the hours of a full-time year.',
    { on: Day },
    { on: '2025-06-30' },
    ({ on }) => {
      const kinds = [...new Set(UNION_RATES.map(({ kind }) => kind))]
      return ok(Object.fromEntries(kinds.map((kind) => [kind, unionRateOn(kind, on)])))
    },
  ),
  instalments: requestKind(
    'Splits a grant into the instalments of a preset.',
    { grant: Type.Integer({ minimum: 0 }), preset: Type.Enum([...PRESETS]) },
    { grant: 11_500_000, preset: '85_15' },
    ({ grant, preset }) => planInstalments(grant, INSTALMENT_PRESETS[preset]),
  ),
  deadline: requestKind(
    'The last day of a time limit.',
    { start: Day, rule: DeadlineRule, mayEighth: Type.Optional(Type.Boolean()) },
    { start: '2025-11-28', rule: { count: 15, unit: 'CALENDAR_DAY', roll: true } },
    ({ start, rule, mayEighth = false }) => ok(deadlineOf(start, rule, { mayEighth })),
  ),
  retention: requestKind(
    'The last day on which documents are kept.',
    { lastPayment: Day, years: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })) },
    { lastPayment: '2026-03-12' },
    ({ lastPayment, years }) => ok(retentionEnd(lastPayment, years)),
  ),
  holidays: requestKind(
    'The Belgian public holidays of a year.',
    {
      year: Type.Integer({ minimum: 1583, maximum: 9999 }),
      mayEighth: Type.Optional(Type.Boolean()),
    },
    { year: 2025 },
    ({ year, mayEighth = false }) => ok(publicHolidays(year, { mayEighth })),
  ),
  identifier: requestKind(
    'Checks an identifier: NISS, enterprise number, IBAN, structured communication or eID card number.',
    {
      kind: Type.Enum(['niss', 'enterprise', 'iban', 'communication', 'card']),
      text: Type.String({ maxLength: 100 }),
      /** For a NISS: the day of the extraction, which decides the century. */
      asOf: Type.Optional(Day),
    },
    { kind: 'enterprise', text: '0239.843.188' },
    ({ kind, text, asOf = '2099-12-31' }) => ok(checkIdentifier(kind, text, asOf)),
  ),
}
