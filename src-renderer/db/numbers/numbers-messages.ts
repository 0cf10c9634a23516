import type { Convention } from '#domain/convention/convention.ts'
import type { IsoDay } from '#domain/dates.ts'
import type { Result } from '#domain/result.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import type { DrawnSample } from '#domain/sampling/draw-sample.ts'
import type { Evaluation, LineResult } from '#domain/sampling/evaluation.ts'
import type { SampleChange } from '#domain/sampling/inspection-record.ts'
import type { InspectionSample, PopulationSource } from '#domain/sampling/inspection-sample.ts'
import type { PopulationReading } from '#domain/sampling/populate.ts'
import type { RequiredSize } from '#domain/sampling/required-size.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import type { BlockRow } from '#renderer/db/rows.ts'

/** A stratum of a population: its code, '' for the lines without one. */
export interface StratumFacts {
  readonly code: string
  readonly lines: number
  readonly amount: number
}

/** What a population is, without its lines. */
export interface PopulationFacts {
  readonly count: number
  readonly amount: number
  readonly hash: string
  readonly largest: number
  /** The largest first; one without code when the population has no strata. */
  readonly strata: readonly StratumFacts[]
}

/** What a source gives: how its rows were read, and the population or why there is none. */
export interface PopulationSurvey extends Omit<PopulationReading, 'lines' | 'firstMissing'> {
  readonly population: Result<PopulationFacts>
}

/** A value of a column and its rows. */
export interface ColumnValue {
  readonly value: string
  readonly rows: number
}

/** What may be asked about a population, and what is answered. */
export interface Questions {
  survey: { readonly asked: null; readonly answer: PopulationSurvey }
  values: { readonly asked: { readonly column: string }; readonly answer: readonly ColumnValue[] }
  size: { readonly asked: { readonly definition: SampleDefinition }; readonly answer: RequiredSize }
  draw: {
    readonly asked: {
      readonly definition: SampleDefinition
      readonly on: IsoDay
      readonly convention: string | null
    }
    readonly answer: Omit<DrawnSample, 'record'> &
      Pick<SampleRecord, 'version' | 'steps' | 'units'> & {
        readonly population: InspectionSample['population']
      }
  }
  change: {
    readonly asked: {
      readonly sample: InspectionSample
      readonly change: SampleChange
      readonly on: IsoDay
      readonly convention: string | null
    }
    readonly answer: Pick<SampleRecord, 'steps' | 'units'>
  }
  evaluate: {
    readonly asked: {
      readonly sample: InspectionSample
      readonly results: readonly LineResult[]
      readonly convention: string | null
    }
    readonly answer: Evaluation
  }
  'next-share': {
    readonly asked: { readonly sample: InspectionSample; readonly wrong: readonly string[] }
    readonly answer: number | null
  }
  /** The whole record as JSON, for `npm run sample`. */
  record: { readonly asked: { readonly sample: InspectionSample }; readonly answer: Uint8Array<ArrayBuffer> }
}
export type QuestionKind = keyof Questions
export type AnswerTo<K extends QuestionKind> = Questions[K]['answer']

export type Question = {
  [K in QuestionKind]: { readonly kind: K; readonly asked: Questions[K]['asked'] }
}[QuestionKind]

/** A listing as it is stored: sealed, with the key that opens it, and the convention of its version. */
export interface SealedListing {
  /** Names the content: the same name, the same rows. */
  readonly name: string
  readonly key: CryptoKey
  readonly blocks: readonly BlockRow[]
  /** The technical references of the same version. */
  readonly references: readonly BlockRow[]
  readonly convention: Convention
}

export interface NumbersRequest {
  readonly content: SealedListing
  readonly source: PopulationSource
  readonly question: Question
}
