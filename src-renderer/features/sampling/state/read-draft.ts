import { err, ok, type AppError, type Result } from '#domain/result.ts'
import { VISIT_MINIMUM, type SampleDefinition, type SamplingMethod } from '#domain/sampling/definition.ts'
import type { AmountRule, PopulationSource } from '#domain/sampling/inspection-sample.ts'
import type { Pin } from '#renderer/db/numbers/open-population.ts'
import type { DrawDraft, DrawOptions, ParameterName } from '#renderer/features/sampling/state/draw-draft.ts'
import { readEuros, readNumber, readShare } from '#renderer/features/sampling/state/read-figures.ts'

const MEAN = ['confidence', 'expectedRate', 'sigma', 'expectedLineRate', 'size'] as const

/** The parameters each method asks for, in their order. */
export const PARAMETERS_OF: Readonly<Record<SamplingMethod, readonly ParameterName[]>> = {
  EXHAUSTIVE: [],
  SIMPLE_RANDOM: MEAN,
  STRATIFIED: [...MEAN, 'highValueFrom'],
  DIFFERENCE: MEAN,
  MUS_STANDARD: ['confidence', 'expectedRate', 'rateDeviation', 'expectedLineRate', 'size'],
  MUS_CONSERVATIVE: ['confidence', 'expectedRate', 'expansionFactor', 'size'],
  DISCOVERY: ['confidence', 'wrongLines', 'size'],
  VALUE_SHARE: [],
  NON_STATISTICAL: ['size'],
}

/** What a method may do otherwise. */
export const OPTIONS_OF: Readonly<Record<SamplingMethod, readonly (keyof DrawOptions)[]>> = {
  ...{
    EXHAUSTIVE: [],
    SIMPLE_RANDOM: [],
    DIFFERENCE: [],
    MUS_CONSERVATIVE: [],
    DISCOVERY: [],
    VALUE_SHARE: [],
  },
  STRATIFIED: ['neyman'],
  MUS_STANDARD: ['byStratum'],
  NON_STATISTICAL: ['pps'],
}

/** Whether something may be expected of each stratum by itself. */
export const usesStrata = ({ stratum, options }: DrawDraft, method: SamplingMethod): boolean =>
  stratum !== null && (method === 'STRATIFIED' || (method === 'MUS_STANDARD' && options.byStratum))

/** Methods of which n' = n/(1 + n/N) may lower the size. */
export const hasFiniteCorrection = (method: SamplingMethod): boolean =>
  method === 'SIMPLE_RANDOM' || method === 'STRATIFIED' || method === 'DIFFERENCE'

/** How each parameter is read. */
export const READERS: Readonly<Record<ParameterName, (text: string) => number | null>> = {
  confidence: (text) => within(readShare(text), 0.5, 0.999),
  materiality: readShare,
  expectedRate: readShare,
  expectedLineRate: readShare,
  sigma: readEuros,
  highValueFrom: (text) => within(readEuros(text), 1, Number.MAX_SAFE_INTEGER),
  rateDeviation: readNumber,
  expansionFactor: (text) => within(readNumber(text), 1, 10),
  wrongLines: (text) => whole(readNumber(text)),
  size: (text) => whole(readNumber(text)),
}

const within = (value: number | null, from: number, to: number): number | null =>
  value === null || value < from || value > to ? null : value
const whole = (value: number | null): number | null =>
  value !== null && Number.isInteger(value) && value > 0 ? value : null

/** Parameters that cannot be left empty. */
const NEEDED: readonly ParameterName[] = ['confidence', 'materiality', 'expectedRate']

/** What is wrong with a parameter as typed; null when it can be used. */
export function parameterFault(name: ParameterName, text: string): AppError | null {
  if (text.trim() === '')
    return NEEDED.includes(name) ? { code: 'sampling.parameter-empty', details: { parameter: name } } : null
  return READERS[name](text) === null
    ? { code: 'sampling.parameter-typed', details: { parameter: name } }
    : null
}

const readDeviation = (method: SamplingMethod, text: string): number | null =>
  method === 'STRATIFIED' ? readEuros(text) : readNumber(text)

/** What is wrong with the deviation of a stratum as typed; an empty one is that of all. */
export function deviationFault(method: SamplingMethod, code: string, text: string): AppError | null {
  const parameter = `${method === 'STRATIFIED' ? 'sigmas' : 'rateDeviations'}.${code}`
  const isGood = text.trim() === '' || readDeviation(method, text) !== null
  return isGood ? null : { code: 'sampling.parameter-typed', details: { parameter } }
}

/** The options of a method and its deviations by stratum, as far as they are used. */
function readOptions(draft: DrawDraft, method: SamplingMethod): Result<Partial<SampleDefinition>> {
  const { options } = draft
  if (method === 'NON_STATISTICAL') return ok(options.pps ? { selection: 'PPS' } : {})
  if (!usesStrata(draft, method)) return ok({})
  const typed = Object.entries(draft.deviations).filter(([, text]) => text.trim() !== '')
  const fault = typed.map(([code, text]) => deviationFault(method, code, text)).find((one) => one !== null)
  if (fault) return { ok: false, error: fault }
  const read = Object.fromEntries(typed.map(([code, text]) => [code, readDeviation(method, text) ?? 0]))
  const hasSome = typed.length > 0
  if (method === 'MUS_STANDARD') return ok({ byStratum: true, ...(hasSome && { rateDeviations: read }) })
  return ok({ ...(options.neyman && { allocation: 'NEYMAN' as const }), ...(hasSome && { sigmas: read }) })
}

function amountOf({ amount }: DrawDraft): Result<AmountRule> {
  const { kind, column, euros } = amount
  if (kind === 'SCALE') return ok({ kind })
  if (kind === 'COLUMN') return column === null ? err('sampling.no-amount-column') : ok({ kind, column })
  const cents = readEuros(euros)
  return cents === null ? err('sampling.unit-amount-typed') : ok({ kind, column, cents })
}

/** The source a draft speaks of; errors `sampling.no-listing`, `no-amount-column`, `unit-amount-typed`. */
export function readSource(draft: DrawDraft, pin: Pin | null): Result<PopulationSource> {
  if (pin === null || draft.listing !== pin.listing) return err('sampling.no-listing')
  const amount = amountOf(draft)
  if (!amount.ok) return amount
  const { filters, stratum, leftOut } = draft
  return ok({
    // a filter that nothing was chosen for does not hold yet
    ...{ ...pin, filters: filters.filter(({ values }) => values.length > 0), amount: amount.value, stratum },
    ...(leftOut.length === 0 ? {} : { leftOut: [...leftOut] }),
  })
}

/** A definition without the parameters its method does not use. Errors: `sampling.no-method`, `seed-missing`, of a field. */
export function readDefinition(draft: DrawDraft): Result<SampleDefinition> {
  const { method, seed, texts, finiteCorrection, visitMinimum } = draft
  if (method === null) return err('sampling.no-method')
  if (seed.trim() === '') return err('sampling.seed-missing')
  const used: ParameterName[] = ['materiality', ...PARAMETERS_OF[method]]
  const values: Partial<Record<ParameterName, number>> = {}
  for (const name of used) {
    const fault = parameterFault(name, texts[name])
    if (fault) return { ok: false, error: fault }
    const value = READERS[name](texts[name])
    if (value !== null) values[name] = value
  }
  const options = readOptions(draft, method)
  if (!options.ok) return options
  const { confidence = 0.9, materiality = 0, expectedRate = 0, ...rest } = values
  return ok({
    ...{ method, seed: seed.trim(), confidence, materiality, expectedRate, ...rest, ...options.value },
    ...(finiteCorrection && hasFiniteCorrection(method) ? { finiteCorrection } : {}),
    ...(visitMinimum ? { minimum: { ...VISIT_MINIMUM } } : {}),
  })
}
