import { Type, type TSchema } from 'typebox'
import type { Convention } from '#domain/convention/convention.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import { columnsOf } from '#domain/listing/columns.ts'
import { SAMPLING_METHODS, type SamplingMethod } from '#domain/sampling/definition.ts'
import {
  ApartKind,
  PopulationFilter,
  type AmountRule,
  type InspectionSample,
} from '#domain/sampling/inspection-sample.ts'
import { writeEuros, writeShare } from '#renderer/features/sampling/state/read-figures.ts'

/** Steps of a draw before its lines are there. */
export const DRAW_STEPS = ['population', 'method', 'draw'] as const
export type DrawStep = (typeof DRAW_STEPS)[number]

/** Parameters of a definition as they are typed. */
export const PARAMETERS = [
  'confidence',
  'materiality',
  'expectedRate',
  'sigma',
  'highValueFrom',
  'rateDeviation',
  'expansionFactor',
  'wrongLines',
  'expectedLineRate',
  'size',
] as const
export type ParameterName = (typeof PARAMETERS)[number]

export interface DrawAmount {
  readonly kind: AmountRule['kind']
  readonly column: string | null
  /** Euros a unit, as typed. */
  readonly euros: string
}

/** What a method may do otherwise: share by lines and deviation, go stratum by stratum, choose by amount. */
export interface DrawOptions {
  readonly neyman: boolean
  readonly byStratum: boolean
  readonly pps: boolean
}

/** A draw that is prepared: everything as it was typed, so that nothing is lost when it is wrong. */
export interface DrawDraft {
  readonly step: DrawStep
  readonly title: string
  readonly listing: ListingName | null
  readonly amount: DrawAmount
  readonly filters: readonly PopulationFilter[]
  readonly stratum: string | null
  readonly leftOut: readonly ApartKind[]
  readonly method: SamplingMethod | null
  readonly seed: string
  readonly texts: Readonly<Record<ParameterName, string>>
  readonly finiteCorrection: boolean
  readonly visitMinimum: boolean
  readonly options: DrawOptions
  /** Expected deviation by stratum, as typed: of errors in euros, or of error rates (MUS). */
  readonly deviations: Readonly<Record<string, string>>
  /** The sample that this one takes the place of, and the reason as typed. */
  readonly replaces: { readonly id: string; readonly number: number; readonly reason: string } | null
}

const OrNull = <S extends TSchema>(shape: S) => Type.Union([shape, Type.Null()])
const Listing = Type.Enum([...LISTING_NAMES])
const Prepared = Type.Object({
  ...{ step: Type.Enum([...DRAW_STEPS]), title: Type.String(), listing: OrNull(Listing) },
  amount: Type.Object({
    ...{ kind: Type.Enum(['COLUMN', 'UNIT', 'SCALE']), column: OrNull(Type.String()), euros: Type.String() },
  }),
  ...{
    filters: Type.Array(PopulationFilter),
    stratum: OrNull(Type.String()),
    leftOut: Type.Array(ApartKind),
  },
  ...{ method: OrNull(Type.Enum([...SAMPLING_METHODS])), seed: Type.String() },
  texts: Type.Object(Object.fromEntries(PARAMETERS.map((name) => [name, Type.String()]))),
  ...{ finiteCorrection: Type.Boolean(), visitMinimum: Type.Boolean() },
  replaces: OrNull(Type.Object({ id: Type.String(), number: Type.Integer(), reason: Type.String() })),
})

/** Where the draw that is prepared in an inspection is kept until it is made. */
export const drawPlace = (inspectionId: string) => ({
  ...{ scope: inspectionId, name: 'sample/draw' },
  shape: Type.Unsafe<DrawDraft>(Prepared),
})

const NO_TEXTS: DrawDraft['texts'] = {
  ...{
    confidence: '90',
    materiality: '',
    expectedRate: '0',
    sigma: '',
    highValueFrom: '',
    rateDeviation: '',
  },
  ...{ expansionFactor: '', wrongLines: '', expectedLineRate: '', size: '' },
}

/** Numbers from a column: hours, counts, yes or no. */
const COUNTABLE = ['integer', 'decimal', 'boolean']

/** How the rows of a listing most likely become euros. */
export function usualAmount(
  listing: ListingName,
  financing: Convention['financing'] | undefined,
): DrawAmount {
  const columns = columnsOf(listing)
  const money = columns.filter(({ type }) => type === 'money')
  const column = (money.find(({ required }) => required) ?? money[0])?.id ?? null
  if (column !== null) return { kind: 'COLUMN', column, euros: '' }
  const isPriced = listing === 'participants' && financing?.mode === 'UNIT_COST'
  return isPriced && financing.unitCosts.length > 0
    ? { kind: 'SCALE', column: null, euros: '' }
    : { kind: 'UNIT', column: null, euros: '' }
}

export const moneyColumns = (listing: ListingName) =>
  columnsOf(listing).filter(({ type }) => type === 'money')
export const countColumns = (listing: ListingName) =>
  columnsOf(listing).filter(({ type }) => COUNTABLE.includes(type))

/** A fresh draw. @param materiality that of the convention, 0 to 1; null when it is not known */
export const newDraft = (seed: string, materiality: number | null): DrawDraft => ({
  ...{
    step: 'population',
    title: '',
    listing: null,
    filters: [],
    stratum: null,
    leftOut: [],
    method: null,
    seed,
  },
  amount: { kind: 'UNIT', column: null, euros: '' },
  texts: { ...NO_TEXTS, materiality: materiality === null ? '' : writeShare(materiality) },
  ...{ finiteCorrection: false, visitMinimum: false, replaces: null },
  ...{ options: { neyman: false, byStratum: false, pps: false }, deviations: {} },
})

/** A draw in place of a sample: as that one, with a seed of its own. */
export function draftInPlaceOf(sample: InspectionSample, seed: string): DrawDraft {
  const { source, definition, title } = sample
  const { listing, filters, stratum, amount, leftOut = [] } = source
  const euros = amount.kind === 'UNIT' ? writeEuros(amount.cents) : ''
  const column = amount.kind === 'SCALE' ? null : amount.column
  return {
    ...newDraft(seed, definition.materiality),
    ...{ title, listing, filters, stratum, leftOut, method: definition.method },
    amount: { kind: amount.kind, column, euros },
    texts: textsOf(definition),
    finiteCorrection: definition.finiteCorrection ?? false,
    visitMinimum: definition.minimum !== undefined,
    options: {
      neyman: definition.allocation === 'NEYMAN',
      byStratum: definition.byStratum ?? false,
      pps: definition.selection === 'PPS',
    },
    deviations: deviationsOf(definition),
    replaces: { id: sample.id, number: sample.number, reason: '' },
  }
}

function deviationsOf({
  sigmas = {},
  rateDeviations = {},
}: InspectionSample['definition']): DrawDraft['deviations'] {
  const rates = Object.entries(rateDeviations).map(([code, rate]) => [code, String(rate).replace('.', ',')])
  const cents = Object.entries(sigmas).map(([code, sigma]) => [code, writeEuros(sigma)])
  return Object.fromEntries([...rates, ...cents]) as DrawDraft['deviations']
}

function textsOf(definition: InspectionSample['definition']): DrawDraft['texts'] {
  const { confidence, materiality, expectedRate, expectedLineRate, sigma, highValueFrom } = definition
  const plain = (value: number | undefined) => (value === undefined ? '' : String(value).replace('.', ','))
  return {
    confidence: writeShare(confidence),
    materiality: writeShare(materiality),
    expectedRate: writeShare(expectedRate),
    expectedLineRate: expectedLineRate === undefined ? '' : writeShare(expectedLineRate),
    sigma: sigma === undefined ? '' : writeEuros(sigma),
    highValueFrom: highValueFrom === undefined ? '' : writeEuros(highValueFrom),
    rateDeviation: plain(definition.rateDeviation),
    expansionFactor: plain(definition.expansionFactor),
    wrongLines: plain(definition.wrongLines),
    size: plain(definition.size),
  }
}
