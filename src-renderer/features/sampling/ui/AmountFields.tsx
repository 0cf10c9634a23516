import { Radio, Select, Stack, TextInput } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '#domain/listing/column.ts'
import { columnTitle } from '#domain/listing/columns.ts'
import type { ListingName } from '#domain/listing/listing.ts'
import { countColumns, moneyColumns, type DrawAmount } from '#renderer/features/sampling/state/draw-draft.ts'
import { readEuros } from '#renderer/features/sampling/state/read-figures.ts'
import type { StepProps } from '#renderer/features/sampling/ui/step-props.ts'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props extends Pick<StepProps, 'draft' | 'onChange'> {
  readonly listing: ListingName
}

/** How a row becomes a declared amount. */
export function AmountFields({ draft, listing, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation('sampling')
  const { amount } = draft
  const change = (made: Partial<DrawAmount>): void => onChange({ amount: { ...amount, ...made } })
  const money = moneyColumns(listing)
  const kinds = [
    ...(money.length > 0 ? (['COLUMN'] as const) : []),
    ...(listing === 'participants' ? (['SCALE'] as const) : []),
    'UNIT' as const,
  ]
  return (
    <fieldset className={classes['set']}>
      <legend>{t('amount.title')}</legend>
      <Radio.Group
        aria-label={t('amount.title')}
        value={amount.kind}
        onChange={(kind) =>
          change({
            kind: kind,
            column: kind === 'COLUMN' ? (money[0]?.id ?? null) : null,
          })
        }
      >
        <Stack gap={6}>
          {kinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`amount.kind.${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {amount.kind === 'COLUMN' && (
        <ColumnSelect
          label={t('amount.column')}
          columns={money}
          value={amount.column}
          onChange={(column) => change({ column })}
        />
      )}
      {amount.kind === 'UNIT' && <UnitFields listing={listing} amount={amount} onChange={change} />}
    </fieldset>
  )
}

interface UnitProps {
  readonly listing: ListingName
  readonly amount: DrawAmount
  readonly onChange: (made: Partial<DrawAmount>) => void
}

function UnitFields({ listing, amount, onChange }: UnitProps) {
  const { t } = useTranslation('sampling')
  const isWrong = amount.euros.trim() !== '' && readEuros(amount.euros) === null
  return (
    <div className={classes['pair']}>
      <ColumnSelect
        label={t('amount.units')}
        columns={countColumns(listing)}
        value={amount.column}
        empty={t('amount.one-each')}
        onChange={(column) => onChange({ column })}
      />
      <TextInput
        label={t('amount.euros')}
        inputMode="decimal"
        placeholder="0,00"
        rightSection={<span aria-hidden>€</span>}
        value={amount.euros}
        onChange={(event) => onChange({ euros: event.currentTarget.value })}
        error={isWrong ? t('errors.unit-amount-typed') : undefined}
      />
    </div>
  )
}

interface SelectProps {
  readonly label: string
  readonly columns: readonly Column[]
  readonly value: string | null
  /** What no column means; without it one must be chosen. */
  readonly empty?: string
  readonly onChange: (column: string | null) => void
}

function ColumnSelect({ label, columns, value, empty, onChange }: SelectProps) {
  const language = useLanguage()
  const named = columns.map((column) => ({ value: column.id, label: columnTitle(column, language) }))
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={empty === undefined ? named : [{ value: '', label: empty }, ...named]}
      value={value ?? ''}
      onChange={(column) => onChange(column === '' ? null : column)}
    />
  )
}
