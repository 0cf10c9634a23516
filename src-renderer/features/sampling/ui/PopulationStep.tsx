import { Checkbox, Loader, Select, TextInput } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { columnTitle, visibleColumnsOf } from '#domain/listing/columns.ts'
import { LISTING_NAMES, type ListingName } from '#domain/listing/listing.ts'
import { formatEuros } from '#domain/money.ts'
import { APART_KINDS, type ApartKind } from '#domain/sampling/inspection-sample.ts'
import { usualAmount } from '#renderer/features/sampling/state/draw-draft.ts'
import { AmountFields } from '#renderer/features/sampling/ui/AmountFields.tsx'
import type { StepProps } from '#renderer/features/sampling/ui/step-props.ts'
import { FilterFields } from '#renderer/features/sampling/ui/FilterFields.tsx'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { useWorded } from '#renderer/features/sampling/ui/use-worded.ts'
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** What is drawn from: rows of a listing, their amount, and what is left out. */
export function PopulationStep(props: StepProps): React.JSX.Element {
  const { draft, ground, onChange } = props
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const names = LISTING_NAMES.flatMap((name) => ground.listings.find(({ listing }) => listing === name) ?? [])
  const choose = (listing: ListingName): void =>
    onChange({
      ...{ listing, filters: [], stratum: null, leftOut: [] },
      amount: usualAmount(listing, ground.convention?.financing),
    })
  return (
    <>
      <TextInput
        label={t('population.title')}
        description={t('population.title-hint')}
        maxLength={200}
        value={draft.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Select
        label={t('population.listing')}
        placeholder={t('population.choose-listing')}
        allowDeselect={false}
        data={names.map(({ listing, accepted }) => ({
          value: listing,
          label: t('population.listing-rows', {
            listing: t(`common:listing.${listing}`),
            rows: formatCount(accepted, language),
          }),
        }))}
        value={draft.listing}
        onChange={(listing) => listing && listing !== draft.listing && choose(listing)}
      />
      {draft.listing && (
        <>
          <AmountFields {...props} listing={draft.listing} />
          <FilterFields {...props} listing={draft.listing} />
          <Select
            label={t('population.stratum')}
            description={t('population.stratum-hint')}
            placeholder={t('common:none')}
            clearable
            clearButtonProps={{ 'aria-label': t('population.clear-stratum') }}
            searchable
            data={visibleColumnsOf(draft.listing).map((column) => ({
              value: column.id,
              label: columnTitle(column, language),
            }))}
            value={draft.stratum}
            onChange={(stratum) => onChange({ stratum })}
          />
          <Survey {...props} />
        </>
      )}
    </>
  )
}

/** What the choices give, and what stands in the way. */
function Survey({ draft, draw, onChange }: StepProps) {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const worded = useWorded()
  const { source, survey, facts } = draw
  const answer = survey.answer
  const read = answer?.ok ? answer.value : null
  const failure = source.ok && answer && !answer.ok && !survey.pending ? answer.error : null
  const refused = read && !survey.pending && !read.population.ok ? read.population.error : null
  const toggle = (kind: ApartKind, out: boolean): void =>
    onChange({ leftOut: APART_KINDS.filter((one) => (one === kind ? out : draft.leftOut.includes(one))) })
  return (
    <section className={classes['survey']} aria-label={t('population.result')}>
      {read &&
        APART_KINDS.filter((kind) => read.apart[kind] > 0).map((kind) => (
          <Checkbox
            key={kind}
            label={t(`apart.leave.${kind}`, {
              count: read.apart[kind],
              figure: formatCount(read.apart[kind], language),
            })}
            checked={draft.leftOut.includes(kind)}
            onChange={(event) => toggle(kind, event.currentTarget.checked)}
          />
        ))}
      <p role="status">
        {!source.ok && t('population.incomplete')}
        {survey.pending && (
          <>
            <Loader size="xs" aria-hidden /> {t('population.counting')}
          </>
        )}
        {!survey.pending && facts && (
          <strong>
            {t('population.found', {
              lines: formatCount(facts.count, language),
              rows: formatCount(read?.rows ?? 0, language),
              amount: formatEuros(facts.amount, language),
            })}
          </strong>
        )}
      </p>
      {failure && <ErrorNotice error={worded(failure)} />}
      {refused && <ErrorNotice error={worded(refused)} />}
    </section>
  )
}
