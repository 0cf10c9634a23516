import { ActionIcon, Button, MultiSelect, Select } from '@mantine/core'
import { IconFilterPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { columnOf, columnTitle, visibleColumnsOf } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import type { PopulationFilter } from '#domain/sampling/inspection-sample.ts'
import type { Pin } from '#renderer/db/numbers/open-population.ts'
import { useColumnValues } from '#renderer/features/sampling/queries/use-population.ts'
import type { StepProps } from '#renderer/features/sampling/ui/step-props.ts'
import { valueWord } from '#renderer/features/sampling/ui/figures.ts'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { formatCount } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** More values than these are no choice: such a column is no filter. */
const MOST_VALUES = 200

interface Props extends Pick<StepProps, 'inspectionId' | 'draft' | 'draw' | 'onChange'> {
  readonly listing: ListingName
}

/** Which rows of the listing are drawn from: those whose cells hold one of the values. */
export function FilterFields({ listing, draft, draw, inspectionId, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const { filters } = draft
  const [asked, setAsked] = useState(false)
  const free = visibleColumnsOf(listing).filter(({ id }) => filters.every(({ column }) => column !== id))
  const set = (at: number, filter: PopulationFilter | null): void =>
    onChange({ filters: filters.flatMap((one, place) => (place === at ? (filter ?? []) : one)) })
  return (
    <fieldset className={classes['set']}>
      <legend>{t('filter.title')}</legend>
      {filters.length === 0 && !asked && <p className={classes['quiet']}>{t('filter.none')}</p>}
      {filters.map((filter, at) => (
        <FilterRow
          key={filter.column}
          listing={listing}
          inspectionId={inspectionId}
          filter={filter}
          pin={draw.pin}
          onChange={(next) => set(at, next)}
        />
      ))}
      {asked ? (
        <Select
          label={t('filter.column')}
          searchable
          data={free.map((column) => ({ value: column.id, label: columnTitle(column, language) }))}
          value={null}
          onChange={(column) => {
            setAsked(false)
            if (column) onChange({ filters: [...filters, { column, values: [] }] })
          }}
          onBlur={() => setAsked(false)}
          defaultDropdownOpened
          autoFocus
        />
      ) : (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFilterPlus size={16} aria-hidden />}
          onClick={() => setAsked(true)}
        >
          {t('filter.add')}
        </Button>
      )}
    </fieldset>
  )
}

interface RowProps extends Pick<Props, 'listing' | 'inspectionId'> {
  readonly filter: PopulationFilter
  readonly pin: Pin | null
  readonly onChange: (filter: PopulationFilter | null) => void
}

function FilterRow({ listing, inspectionId, filter, pin, onChange }: RowProps) {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const { answer } = useColumnValues(inspectionId, pin, filter.column)
  const values = answer?.ok ? answer.value : []
  const column = columnOf(listing, filter.column)
  const name = column ? columnTitle(column, language) : filter.column
  const isWide = values.length > MOST_VALUES
  return (
    <div className={classes['filter']}>
      <MultiSelect
        label={name}
        placeholder={filter.values.length === 0 ? t('filter.choose') : undefined}
        searchable
        hidePickedOptions
        data={values.slice(0, MOST_VALUES).map(({ value, rows }) => ({
          value,
          label: t('filter.value', {
            value: valueWord(t, listing, filter.column, value),
            rows: formatCount(rows, language),
          }),
        }))}
        value={[...filter.values]}
        onChange={(chosen) => onChange({ ...filter, values: chosen })}
        error={isWide ? t('filter.too-many', { most: MOST_VALUES }) : undefined}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('filter.remove', { column: name })}
        title={t('filter.remove', { column: name })}
        onClick={() => onChange(null)}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}
