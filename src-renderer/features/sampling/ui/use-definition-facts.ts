import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import { inForceOn } from '#domain/convention/parameters.ts'
import type { IsoDay } from '#domain/dates.ts'
import { columnOf, columnTitle } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { formatEuros } from '#domain/money.ts'
import type { PackageListing } from '#domain/package/manifest.ts'
import { DRAW_VERSION, type SampleDefinition } from '#domain/sampling/definition.ts'
import type { AmountRule, InspectionSample, PopulationSource } from '#domain/sampling/inspection-sample.ts'
import { clausesOfAmounts } from '#renderer/features/sampling/queries/use-ground.ts'
import { PARAMETERS_OF } from '#renderer/features/sampling/state/read-draft.ts'
import type { DefinitionFact } from '#renderer/features/sampling/ui/DefinitionPanel.tsx'
import { formatNumber, formatShare, valueWord } from '#renderer/features/sampling/ui/figures.ts'
import { formatCount, formatDate } from '#renderer/ui/format.ts'
import type { Language } from '#renderer/ui/i18n.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** What is known of a sample, drawn or prepared. */
export interface KnownDefinition {
  readonly source: PopulationSource | null
  readonly population: InspectionSample['population'] | null
  readonly definition: SampleDefinition | null
  /** The day of the draw: parameters are those in force on it. */
  readonly on: IsoDay
  readonly convention?: Convention | undefined
  /** The file the listing was read from. */
  readonly file?: PackageListing['source'] | undefined
  readonly version?: number
  /** Lines drawn, or to be drawn; null where it is a share of the amount. */
  readonly size: number | null
  readonly isDrawn: boolean
}

interface Words {
  readonly t: TFunction<'sampling'>
  readonly language: Language
}

const fact = ({ t }: Words, name: string, value: string | null, ground?: string): DefinitionFact => ({
  ...{ name: t(`definition.${name}`), value, ground, code: name === 'hash' || name === 'seed' },
})

function columnName({ language }: Words, listing: ListingName, id: string): string {
  const column = columnOf(listing, id)
  return column ? columnTitle(column, language) : id
}

function amountWords(words: Words, listing: ListingName, rule: AmountRule): string {
  const { t, language } = words
  if (rule.kind === 'SCALE') return t('definition.amount-scale')
  if (rule.kind === 'COLUMN')
    return t('definition.amount-column', { column: columnName(words, listing, rule.column) })
  const amount = formatEuros(rule.cents, language)
  return rule.column === null
    ? t('definition.amount-each', { amount })
    : t('definition.amount-unit', { amount, column: columnName(words, listing, rule.column) })
}

/** The file of a listing by its name and day, else by its hash alone. */
function pinnedWords({ t, language }: Words, sha256: string, file: KnownDefinition['file']): string {
  const hash = `${sha256.slice(0, 12)}…`
  if (!file) return t('definition.file', { hash })
  return t('definition.file-of', { file: file.fileName, day: formatDate(file.extractedOn, language), hash })
}

function sourceFacts(
  words: Words,
  source: PopulationSource,
  file: KnownDefinition['file'],
  ofAmounts: string | undefined,
): DefinitionFact[] {
  const { t } = words
  const { listing, amount, filters, stratum, leftOut = [], sha256 } = source
  const pinned = pinnedWords(words, sha256, file)
  const kept = filters.map(
    ({ column, values }) =>
      `${columnName(words, listing, column)} : ${values.map((value) => valueWord(t, listing, column, value)).join(', ')}`,
  )
  return [
    fact(words, 'listing', t(`common:listing.${listing}`), pinned),
    fact(
      words,
      'amount-rule',
      amountWords(words, listing, amount),
      amount.kind === 'SCALE' ? ofAmounts : undefined,
    ),
    ...(kept.length > 0 ? [fact(words, 'filters', kept.join(' · '))] : []),
    ...(stratum === null ? [] : [fact(words, 'stratum', columnName(words, listing, stratum))]),
    ...(leftOut.length > 0
      ? [fact(words, 'left-out', leftOut.map((kind) => t(`apart.name.${kind}`)).join(', '))]
      : []),
  ]
}

/** The parameters that a method uses, in the order in which they are asked for. */
function parameterFacts({ t, language }: Words, definition: SampleDefinition): DefinitionFact[] {
  const shares: readonly string[] = ['confidence', 'expectedRate', 'expectedLineRate']
  const euros: readonly string[] = ['sigma', 'highValueFrom']
  const facts = PARAMETERS_OF[definition.method].flatMap((name): DefinitionFact[] => {
    const value = definition[name]
    if (value === undefined) return []
    if (shares.includes(name)) return [{ name: t(`parameter.${name}`), value: formatShare(value, language) }]
    const text = euros.includes(name) ? formatEuros(value, language) : formatNumber(value, language)
    return [{ name: t(`parameter.${name}`), value: text }]
  })
  const { sigmas, rateDeviations, allocation, byStratum, selection } = definition
  const said = [
    ['neyman', allocation === 'NEYMAN'],
    ['byStratum', byStratum === true],
    ['pps', selection === 'PPS'],
  ] as const
  for (const [name, isOn] of said)
    if (isOn) facts.push({ name: t(`parameter.${name}`), value: t('common:yes') })
  const perStratum = (
    name: string,
    values: Readonly<Record<string, number>>,
    write: (value: number) => string,
  ) => {
    const each = Object.entries(values).map(
      ([code, value]) => `${code || t('filter.empty')} : ${write(value)}`,
    )
    facts.push({ name: t(`parameter.${name}`), value: each.join(' · ') })
  }
  if (sigmas) perStratum('sigmas', sigmas, (value) => formatEuros(value, language))
  if (rateDeviations) perStratum('rateDeviations', rateDeviations, (value) => formatNumber(value, language))
  if (definition.finiteCorrection)
    facts.push({ name: t('parameter.finiteCorrection'), value: t('common:yes') })
  if (definition.minimum) facts.push({ name: t('parameter.minimum'), value: t('parameter.minimum-value') })
  return facts
}

/** What the convention says that a sample rests on, and since when. */
function termsOf({ t, language }: Words, convention: Convention | undefined, on: IsoDay) {
  const terms = convention && inForceOn(convention.parameters, on)
  if (!convention || !terms) return { extrapolation: null, since: undefined, ofAmounts: undefined }
  const day = formatDate(terms.validFrom, language)
  const clauses = clausesOfAmounts(convention)
  return {
    extrapolation: t(terms.extrapolation ? 'definition.clause-yes' : 'definition.clause-no'),
    since: t('definition.since', { day, agreement: convention.agreementNo }),
    ofAmounts: clauses === '' ? undefined : t('definition.clause', { clauses }),
  }
}

/** The facts of a definition in words, each with what it rests on. */
export function useDefinitionFacts(known: KnownDefinition): DefinitionFact[] {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const words = { t, language }
  const { source, population, definition, on, convention, file, size, version = DRAW_VERSION } = known
  const { extrapolation, since, ofAmounts } = termsOf(words, convention, on)
  return [
    ...(source ? sourceFacts(words, source, file, ofAmounts) : [fact(words, 'listing', null)]),
    fact(words, 'count', population && formatCount(population.count, language)),
    fact(words, 'amount', population && formatEuros(population.amount, language)),
    fact(words, 'hash', population?.hash ?? null),
    fact(words, 'method', definition && t(`method.${definition.method}`)),
    ...(size === null ? [] : [fact(words, known.isDrawn ? 'drawn' : 'size', formatCount(size, language))]),
    fact(words, 'seed', definition?.seed ?? null),
    fact(words, 'rules', String(version)),
    fact(words, 'materiality', definition && formatShare(definition.materiality, language), since),
    fact(words, 'extrapolation', extrapolation, since),
    ...(definition ? parameterFacts(words, definition) : []),
  ]
}
