import type { Convention } from '#domain/convention/convention.ts'
import { findingLabel, sampleLabel } from '#domain/finding/numbering.ts'
import type { Finding } from '#domain/finding/finding.ts'
import { groupBy } from '#domain/report/group-by.ts'
import type { ReportParameter, ReportSettlement } from '#domain/report/numbers-model.ts'
import { printNotices } from '#domain/report/print-problem.ts'
import type { Words } from '#domain/report/print-words.ts'
import type { InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { causeWords } from '#domain/settlement/claim-cause.ts'
import { decisionOf } from '#domain/settlement/inspection-facts.ts'
import type { InspectionSettlement } from '#domain/settlement/inspection-settlement.ts'
import type { InspectionResult } from '#domain/settlement/inspection-claim.ts'
import { gatherOverlaps, traceCuts, type TracedCut } from '#domain/settlement/trace.ts'
import { PARAMETER_UNITS, parameterName, type UsedParameter } from '#domain/settlement/used-parameters.ts'

/** A settlement that was computed, the parameters it was computed with, and what must be said beside it. */
export type SettledInspection = Pick<InspectionResult, 'settlement' | 'parameters' | 'notices'>

/** What a settlement is printed against. */
export interface SettlementSurroundings {
  readonly convention: Convention
  readonly findings: readonly Finding[]
  readonly samples: readonly InspectionSample[]
  /** What the inspector decided on it; null while nothing was. */
  readonly decided: InspectionSettlement | null
  /** The day of the report. */
  readonly on: string
}

/** The words for what a settlement names by code. */
export interface SettlementNames {
  /** A cost line: role, phase, category or flat rate. */
  readonly line: (code: string | null) => string
  readonly cause: (code: string) => string
  /** `C-03` for a finding, `E-01` for a sample, else what is given. */
  readonly finding: (id: string) => string
}

/** How a settlement names lines, causes and findings in the language of the report. */
export function settlementNames(
  { convention, findings, samples }: Pick<SettlementSurroundings, 'convention' | 'findings' | 'samples'>,
  words: Words,
): SettlementNames {
  const { unitCosts, lumpSums } = convention.financing
  const lines = new Map([...unitCosts, ...lumpSums].map(({ code, label }) => [code, words.pick(label)]))
  const numbers = new Map([
    ...findings.map(({ id, number }) => [id, findingLabel(number)] as const),
    ...samples.map(({ id, number }) => [id, sampleLabel(number)] as const),
  ])
  return {
    line: (code) =>
      code === null ? '' : lines.get(code) || (words.find('settlement', `line.${code}`) ?? code),
    cause: (code) => {
      const said = causeWords(code)
      return 'text' in said ? said.text : (words.find('settlement', said.key, said.values) ?? code)
    },
    finding: (id) => numbers.get(id) ?? id,
  }
}

/** The settlement in words: per line, why it was cut, and the proposed payment or recovery. */
export function printSettlement(
  { settlement, parameters, notices }: SettledInspection,
  surroundings: SettlementSurroundings,
  words: Words,
): ReportSettlement {
  const { lines, declared, accepted, rejected, advances, balance, recovery } = settlement
  const { decided, on, convention } = surroundings
  const names = settlementNames(surroundings, words)
  const cuts = traceCuts(settlement)
  const inLines = cuts.filter(({ row }) => row !== null)
  const wholes = cuts.filter(({ row }) => row === null)
  return {
    mode: words.text(`mode.${settlement.mode}`),
    settledOn: words.day(decided?.settledOn ?? on),
    lines: lines.map(({ line, rows, ...amounts }) => ({
      line: names.line(line),
      rows: rows.length,
      ...{ declared: amounts.declared, accepted: amounts.accepted, rejected: amounts.rejected },
    })),
    cuts: gatherCuts(inLines, names),
    adjustments: wholes.map((cut) => nameCut(cut, names)),
    leftOut: gatherOverlaps(settlement).map((one) => ({
      ...nameCut(one, names),
      rows: one.rows,
      taken: one.taken.map(names.cause),
    })),
    ...{ declared, accepted, rejected, advanced: advances, balance, recovery },
    advances: decisionOf({ decision: decided, convention }).advances.map(({ paidOn, amount }) => ({
      paidOn: words.day(paidOn),
      amount,
    })),
    parameters: parameters.map((parameter) => printParameter(parameter, names, words)),
    notices: printNotices(notices, words),
    note: decided?.note ?? '',
  }
}

const nameCut = ({ line, cause, findings, amount }: Omit<TracedCut, 'row'>, names: SettlementNames) => ({
  line: names.line(line),
  cause: names.cause(cause),
  findings: findings.map(names.finding),
  amount,
})

/** Cuts of rows, one entry for each line, cause and set of findings: a listing has too many rows to print. */
function gatherCuts(cuts: readonly TracedCut[], names: SettlementNames): ReportSettlement['cuts'] {
  const groups = groupBy(cuts, ({ line, cause, findings }) => JSON.stringify([line, cause, findings]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const amount = group.reduce((sum, cut) => sum + cut.amount, 0)
    return { ...nameCut({ ...first, amount }, names), rows: new Set(group.map(({ row }) => row)).size }
  })
}

/** A dated parameter in words: `Coût unitaire Module 2`, `1 150,00 €`. */
function printParameter(
  { code, value, validFrom, served, clause }: UsedParameter,
  names: SettlementNames,
  words: Words,
): ReportParameter {
  const { name, of } = parameterName(code)
  const label = words.find('settlement', `parameter.${name}`, { of: of && names.line(of) })
  return {
    name: (label ?? name).trim(),
    value: printValue(PARAMETER_UNITS[name], value, words),
    since: words.day(validFrom),
    served: [...new Set([served.from, served.to])].map(words.day).join(' – '),
    clause: clause ?? '',
  }
}

function printValue(
  unit: (typeof PARAMETER_UNITS)[keyof typeof PARAMETER_UNITS],
  value: string,
  words: Words,
): string {
  switch (unit) {
    case 'EUROS':
      return words.euros(Math.round(Number(value) * 100))
    case 'RATE':
      return words.percent(Number(value))
    case 'FLAG':
      return words.text(value === 'true' ? 'yes' : 'no')
    case 'FTE':
    case 'DAYS': {
      const figure = words.figure(Number(value))
      return words.find('settlement', `unit.${unit}`, { value: figure }) ?? figure
    }
  }
}
