import type { Convention } from '#domain/convention/convention.ts'
import { inForceOn } from '#domain/convention/parameters.ts'
import { isNormalTheory, type SampleDefinition } from '#domain/sampling/definition.ts'
import type { InspectionSample, PopulationSource } from '#domain/sampling/inspection-sample.ts'
import { zOf } from '#domain/sampling/required-size.ts'
import type { Column } from '#domain/listing/column.ts'
import { columnOf } from '#domain/listing/columns.ts'
import { printCell } from '#domain/report/print-cell.ts'
import type { ReportParameter } from '#domain/report/numbers-model.ts'
import type { Words } from '#domain/report/print-words.ts'

type Written = readonly [name: string, value: string | null]

/** Every parameter that decided a draw, in words; materiality with the day its dated parameter holds from. */
export function printDefinition(
  { definition, steps, source }: Pick<InspectionSample, 'definition' | 'steps' | 'source'>,
  convention: Convention,
  words: Words,
): ReportParameter[] {
  const drawnOn = steps[0]?.on ?? ''
  const terms = inForceOn(convention.parameters, drawnOn)
  const isOfTerms = terms?.materiality === definition.materiality
  const written: Written[] = [
    ...rates(definition, stratumOf(source), words),
    ...sizes(definition, stratumOf(source), words),
  ]
  return written.flatMap(([name, value]) => {
    if (value === null) return []
    const isDated = name === 'materiality' && isOfTerms
    return {
      name: words.text(`parameter.${name}`),
      value,
      since: isDated ? words.day(terms.validFrom) : '',
      clause: '',
    }
  })
}

const or = <T>(value: T | undefined, write: (value: T) => string): string | null =>
  value === undefined ? null : write(value)

const perStratum =
  (stratum: Column | undefined, words: Words, write: (value: number) => string) =>
  (all: Readonly<Record<string, number>>): string =>
    Object.entries(all)
      .map(([code, value]) =>
        words.text('sample.part', { part: printCell(stratum, code, words), count: write(value) }),
      )
      .join(', ')

function rates(definition: SampleDefinition, stratum: Column | undefined, words: Words): Written[] {
  const { confidence, materiality, expectedRate, expectedLineRate, method, z } = definition
  return [
    ['confidence', words.percent(confidence)],
    ['materiality', words.percent(materiality)],
    ['expectedRate', words.percent(expectedRate)],
    ['expectedLineRate', or(expectedLineRate, words.percent)],
    ['z', isNormalTheory(method) || z !== undefined ? words.figure(zOf(definition)) : null],
    ['rateDeviation', or(definition.rateDeviation, words.figure)],
    ['rateDeviations', or(definition.rateDeviations, perStratum(stratum, words, words.figure))],
    ['expansionFactor', or(definition.expansionFactor, words.figure)],
    ['byStratum', or(definition.byStratum, (isOn) => words.text(isOn ? 'yes' : 'no'))],
    ['selection', or(definition.selection, (how) => words.text(`selection.${how}`))],
  ]
}

const stratumOf = ({ listing, stratum }: PopulationSource): Column | undefined =>
  stratum === null ? undefined : columnOf(listing, stratum)

function sizes(definition: SampleDefinition, stratum: Column | undefined, words: Words): Written[] {
  const { sigma, sigmas, wrongLines, highValueFrom, finiteCorrection, size, minimum, allocation } = definition
  return [
    ['sigma', or(sigma, words.euros)],
    ['sigmas', or(sigmas, perStratum(stratum, words, words.euros))],
    ['allocation', or(allocation, (how) => words.text(`allocation.${how}`))],
    ['wrongLines', or(wrongLines, words.figure)],
    ['highValueFrom', or(highValueFrom, words.euros)],
    ['finiteCorrection', or(finiteCorrection, (isOn) => words.text(isOn ? 'yes' : 'no'))],
    ['size', or(size, words.figure)],
    [
      'minimum',
      or(minimum, ({ share, lines }) =>
        words.text('minimumOf', { share: words.percent(share), lines: words.figure(lines) }),
      ),
    ],
  ]
}
