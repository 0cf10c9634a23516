import { Group, NumberInput, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnType } from '#domain/listing/column.ts'
import type { ColumnFilter } from '#domain/listing/row-view.ts'

interface Props {
  readonly type: ColumnType
  readonly filter: ColumnFilter | undefined
  readonly onChange: (filter: ColumnFilter | null) => void
}
type Bound = string | number | null

/** From … to …, both included, either left open: for figures, dates and times. */
export function RangeFilter({ type, filter, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation('listing')
  const { from, to } = filter?.kind === 'range' ? filter : { from: null, to: null }
  const change = (next: { readonly from: Bound; readonly to: Bound }) =>
    onChange(next.from === null && next.to === null ? null : { kind: 'range', ...next })
  return (
    <Group grow gap="xs" align="flex-start">
      <BoundInput
        first
        type={type}
        label={t('filter.from')}
        value={from}
        onChange={(next) => change({ from: next, to })}
      />
      <BoundInput
        type={type}
        label={t('filter.to')}
        value={to}
        onChange={(next) => change({ from, to: next })}
      />
    </Group>
  )
}

interface BoundProps {
  readonly type: ColumnType
  readonly label: string
  readonly value: Bound
  readonly first?: boolean
  readonly onChange: (value: Bound) => void
}

function BoundInput({ type, label, value, first, onChange }: BoundProps) {
  const { t } = useTranslation('listing')
  const focus = first ? { 'data-autofocus': true } : {}
  if (type === 'date') {
    return (
      <DateInput
        {...focus}
        label={label}
        value={typeof value === 'string' ? value : null}
        valueFormat="DD/MM/YYYY"
        placeholder={t('filter.dateForm')}
        clearable
        popoverProps={{ withinPortal: false }}
        onChange={onChange}
      />
    )
  }
  if (type === 'time') {
    return (
      <TextInput
        {...focus}
        type="time"
        label={label}
        value={typeof value === 'string' ? value : ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      />
    )
  }
  return <FigureInput type={type} label={label} value={value} onChange={onChange} focus={focus} />
}

/** Money is typed in euros and compared in cents. */
function FigureInput({ type, label, value, onChange, focus }: BoundProps & { readonly focus: object }) {
  const scale = type === 'money' ? 100 : 1
  return (
    <NumberInput
      {...focus}
      label={label}
      value={typeof value === 'number' ? value / scale : ''}
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      decimalScale={type === 'integer' ? 0 : 2}
      hideControls
      onChange={(next) => onChange(typeof next === 'number' ? Math.round(next * scale * 100) / 100 : null)}
    />
  )
}
