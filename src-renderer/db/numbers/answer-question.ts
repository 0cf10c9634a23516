import type { Convention } from '#domain/convention/convention.ts'
import type { ListingRow } from '#domain/listing/listing.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { escalate } from '#domain/sampling/change-sample.ts'
import { drawSample } from '#domain/sampling/draw-sample.ts'
import { evaluateSample } from '#domain/sampling/evaluate-sample.ts'
import { amountOf, strataOf } from '#domain/sampling/frame.ts'
import { changeRecord, sampleRecordOf } from '#domain/sampling/inspection-record.ts'
import { MOST_SAMPLED, type InspectionSample } from '#domain/sampling/inspection-sample.ts'
import { cellText, type PopulationReading } from '#domain/sampling/populate.ts'
import type { Population } from '#domain/sampling/population.ts'
import { requiredSize } from '#domain/sampling/required-size.ts'
import type { SampleRecord } from '#domain/sampling/sample-record.ts'
import type {
  AnswerTo,
  ColumnValue,
  PopulationFacts,
  Question,
  QuestionKind,
  Questions,
} from '#renderer/db/numbers/numbers-messages.ts'

/** A listing in memory. */
export interface OpenedContent {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly ListingRow[]
  readonly references: readonly ListingRow[]
  readonly convention: Convention
}

/** The population of a source: as its rows were read, and frozen. */
export interface OpenedPopulation {
  readonly reading: PopulationReading
  readonly frozen: Result<Population>
}

type Asked<K extends QuestionKind> = Questions[K]['asked']

/** Answers one question; `values` alone needs no population. */
export function answerQuestion(
  question: Question,
  content: OpenedContent,
  opened: OpenedPopulation | null,
): Result<unknown> {
  if (question.kind === 'values') return ok(valuesOf(content, question.asked))
  if (opened === null) throw new RangeError('a question about a population needs one')
  if (question.kind === 'survey') return ok(survey(opened))
  const { frozen } = opened
  if (!frozen.ok) return frozen
  if (question.kind === 'size') return requiredSize(frozen.value, question.asked.definition)
  if (question.kind === 'draw') return draw(frozen.value, question.asked)
  return answerOfSample(question, frozen.value)
}

type OfSample = Extract<Question, { kind: 'change' | 'evaluate' | 'next-share' | 'record' }>

/** What is asked about a drawn sample rests on the very population it was drawn from. */
function answerOfSample({ kind, asked }: OfSample, population: Population): Result<unknown> {
  if (population.hash !== asked.sample.population.hash) return err('sampling.population-changed')
  const record = sampleRecordOf(asked.sample, population)
  switch (kind) {
    case 'change':
      return change(record, asked)
    case 'evaluate':
      return evaluate(record, asked, population)
    case 'next-share': {
      const wrong = new Set(asked.wrong)
      return escalate(record, (id) => wrong.has(id))
    }
    case 'record':
      return ok(new TextEncoder().encode(JSON.stringify(record)))
  }
}

function survey({ reading, frozen }: OpenedPopulation): AnswerTo<'survey'> {
  const { rows, filtered, apart } = reading
  return { rows, filtered, apart, population: frozen.ok ? ok(factsOf(frozen.value)) : frozen }
}

function factsOf({ lines, count, amount, hash }: Population): PopulationFacts {
  const strata = [...strataOf(lines)].map(([code, of]) => ({
    ...{ code, lines: of.length, amount: amountOf(of) },
  }))
  const largest = lines.reduce((most, line) => Math.max(most, line.amount), 0)
  return { count, amount, hash, largest, strata: strata.sort((a, b) => b.lines - a.lines) }
}

function valuesOf({ columns, rows }: OpenedContent, { column }: Asked<'values'>): ColumnValue[] {
  const at = columns.indexOf(column)
  const counts = new Map<string, number>()
  for (const { cells } of rows) {
    const value = cellText(cells[at])
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const values = [...counts].map(([value, count]) => ({ value, rows: count }))
  return values.sort((a, b) => (a.value < b.value ? -1 : 1))
}

/** More lines than can be kept in a record are refused. */
function checkLength<T extends Pick<SampleRecord, 'units'>>(made: T): Result<T> {
  const size = made.units.length
  return size > MOST_SAMPLED ? err('sampling.too-many-lines', { size, most: MOST_SAMPLED }) : ok(made)
}

function draw(
  population: Population,
  { definition, on, convention }: Asked<'draw'>,
): Result<AnswerTo<'draw'>> {
  const drawn = drawSample(population, definition, on, convention)
  if (!drawn.ok) return drawn
  const { record, warnings } = drawn.value
  const { version, steps, units } = record
  const { count, amount, hash } = population
  return checkLength({ version, steps, units, warnings, population: { count, amount, hash } })
}

function change(record: SampleRecord, asked: Asked<'change'>): Result<AnswerTo<'change'>> {
  const changed = changeRecord(record, asked.change, asked.on, asked.convention)
  return changed.ok ? checkLength({ steps: changed.value.steps, units: changed.value.units }) : changed
}

function evaluate(
  record: SampleRecord,
  { sample, results, convention }: Asked<'evaluate'>,
  population: Population,
): Result<AnswerTo<'evaluate'>> {
  return evaluateSample(record, { results, ...choicesOf(sample, convention) }, population)
}

const choicesOf = ({ systemic, estimator }: InspectionSample, convention: string | null) => ({
  systemic,
  ...(estimator === null ? {} : { estimator }),
  // where the convention is not on this laptop, nothing says that it changed
  ...(convention === null ? {} : { convention }),
})
