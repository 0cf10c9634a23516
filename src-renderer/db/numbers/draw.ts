import { nextNumber } from '#domain/finding/numbering.ts'
import { err, ok, type AppError, type Result } from '#domain/result.ts'
import type { SampleDefinition } from '#domain/sampling/definition.ts'
import type { InspectionSample, PopulationSource } from '#domain/sampling/inspection-sample.ts'
import type { RequiredSize } from '#domain/sampling/required-size.ts'
import { newId } from '#renderer/db/new-id.ts'
import { askNumbers } from '#renderer/db/numbers/ask-numbers.ts'
import type { ColumnValue, PopulationSurvey } from '#renderer/db/numbers/numbers-messages.ts'
import { conventionInWork, type Pin } from '#renderer/db/numbers/open-population.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { getRecord, listRecords, saveRecord } from '#renderer/db/records.ts'

/** What a source gives, or why it gives nothing. */
export const surveyPopulation = (
  inspectionId: string,
  source: PopulationSource,
): Promise<Result<PopulationSurvey>> => askNumbers(inspectionId, source, 'survey', null)

/** The values of a column of a pinned listing, with their rows. */
export const columnValues = (
  inspectionId: string,
  pin: Pin,
  column: string,
): Promise<Result<readonly ColumnValue[]>> =>
  askNumbers(inspectionId, { ...pin, ...ANY_ROW }, 'values', { column })

/** A source that says nothing of its rows: their cells alone are asked for. */
const ANY_ROW: Omit<PopulationSource, keyof Pin> = {
  filters: [],
  amount: { kind: 'UNIT', column: null, cents: 0 },
  stratum: null,
}

/** How many lines a definition needs, and what must be said beside it. Errors: those of `requiredSize`. */
export const sizeOfSample = (
  inspectionId: string,
  source: PopulationSource,
  definition: SampleDefinition,
): Promise<Result<RequiredSize>> => askNumbers(inspectionId, source, 'size', { definition })

/** What is drawn. */
export interface DrawOrder extends Pick<InspectionSample, 'title' | 'source' | 'definition'> {
  /** The sample it takes the place of, and why. */
  readonly replaces?: NonNullable<InspectionSample['replaces']>
}

/** Samples are made one after the other, so that no two get the same number. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Draws a sample and records it: from then on it is extended, never redrawn.
 * Errors: those of `drawSample`, `sampling.too-many-lines`, `sampling.reason-missing`, those of `saveRecord`.
 * @returns the id of the sample and what must be said beside it
 */
export async function drawInspectionSample(
  inspectionId: string,
  order: DrawOrder,
): Promise<Result<{ readonly id: string; readonly warnings: readonly AppError[] }>> {
  if (order.replaces?.reason.trim() === '') return err('sampling.reason-missing')
  const { source, definition } = order
  const convention = await conventionInWork(inspectionId)
  const drawn = await askNumbers(inspectionId, source, 'draw', { definition, on: today(), convention })
  if (!drawn.ok) return drawn
  const { warnings, ...made } = drawn.value
  const keeping = last.then(() => keepSample(inspectionId, { ...order, ...made, convention }))
  last = keeping.catch(() => undefined)
  const kept = await keeping
  return kept.ok ? ok({ id: kept.value, warnings }) : kept
}

type Made = DrawOrder & Pick<InspectionSample, 'population' | 'version' | 'steps' | 'units' | 'convention'>

async function keepSample(inspectionId: string, made: Made): Promise<Result<string>> {
  const id = newId()
  const number = nextNumber(await listRecords('sample', inspectionId))
  const sample: InspectionSample = {
    ...{ id, inspectionId, number, ...made },
    ...{ systemic: [], estimator: null, notices: [], appliedOn: null },
  }
  const saved = await saveRecord('sample', inspectionId, id, sample)
  return saved.ok ? ok(id) : saved
}

/** One sample as it is now, or undefined. Live. */
export const readSample = (id: string): Promise<InspectionSample | undefined> => getRecord('sample', id)
