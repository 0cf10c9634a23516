import { CPR, f, HOUSE, type Formula } from '#scripts/docs/formula.ts'

/** Formulas of euros and days, by chapter. */
export const SETTLEMENT_FORMULAS: Readonly<Record<string, readonly Formula[]>> = {
  Settlement: [
    f(
      'Rounding',
      'to the cent, half away from zero, per row; never per aggregate',
      HOUSE,
      '',
      'multiplyExactly',
    ),
    f(
      'Unit cost',
      'Σ valid·unitCost(code, date), each row ≤ its declared amount',
      `${CPR}, art. 53(1)(b)`,
      'unitCosts units valid declared',
      'settleUnitCosts',
    ),
    f(
      'Wage lump sum',
      'Σ over years: min(claimedFte, contractFte − fundedElsewhereFte)·lumpSum(role, first day of the year)·eligible days/days of the year; ≤ declared, ≤ grossCost',
      'Actiris, guide financier (forfait salarial)',
      'lumpSums claimedFte contractFte fundedElsewhereFte grossCost',
      'settleWages',
    ),
    f(
      'Eligible days',
      'contract ∩ action ∩ period, both ends included, less uncovered absences beyond the tolerance of the year',
      HOUSE,
      'contract action period absences tolerances',
      'fteStages',
    ),
    f(
      'Agreed FTE',
      'FTE·days above Σ agreed FTE of the days: cut in proportion, the last row takes the remainder',
      HOUSE,
      'agreed',
      'cutToAgreed',
    ),
    f(
      'Hourly rate',
      'annual gross cost·12/months / (1,720·FTE), to the cent, then times hours; or monthly cost / monthly hours',
      `${CPR}, art. 55`,
      'cost months fte monthlyCost monthlyHours',
      'hourlyRate',
    ),
    f(
      'Allocation key',
      'fullCost·share(key, date), ≤ declared',
      'Actiris, guide financier',
      'fullCost key keys',
      'settleActualCosts',
    ),
    f(
      'Flat rates',
      '≤ 7 % of direct costs, ≤ 15 % of direct staff, ≤ 20 % of other direct costs (staff), ≤ 40 % of direct staff (all else)',
      `${CPR}, art. 54(a), 54(b), 55(1), 56(1)`,
      'flatRates uses',
      'settleFlatRates',
    ),
    f('Cut base', 'rate·declared base − rate·accepted base, each rounded', HOUSE, '', 'settleFlatRates'),
    f(
      'Accepted',
      'min(ceiling, Σ rows − category ceilings − corrections), never below zero',
      HOUSE,
      'ceiling corrections categoryCeilings',
      'finishSettlement',
    ),
    f(
      'Performance',
      '(threshold − achieved/target)·accepted below the threshold, at most everything',
      HOUSE,
      'performance',
      'performanceReduction',
    ),
    f('Balance', 'accepted − Σ advances; below zero it is a recovery', HOUSE, 'advances', 'balanceOf'),
    f(
      'Instalments',
      'grant·percentage, rounded; the last takes the remainder; presets 85/15, 50/50, 70/30',
      'FWB 2025, COCOM 2006, ESF',
      'grant preset',
      'planInstalments',
    ),
  ],
  Days: [
    f(
      'Deadline',
      'the start day never counts; calendar days, working days, weeks or months; rolls to a working day when the rule says so',
      HOUSE,
      'start rule mayEighth',
      'deadlineOf',
    ),
    f(
      'Public holidays',
      '1/1, Easter Monday, 1/5, Ascension, Whit Monday, 21/7, 15/8, 1/11, 11/11, 25/12; 8/5 by parameter; none is replaced',
      'Belgian law; computus of Meeus',
      'year mayEighth',
      'publicHolidays',
    ),
    f(
      'Retention',
      '31 December, `years` after the year of the last payment',
      `${CPR}, art. 82`,
      'lastPayment years',
      'retentionEnd',
    ),
  ],
}
