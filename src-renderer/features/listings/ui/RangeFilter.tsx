import { NumberInput, SimpleGrid, TextInput } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnType } from '#domain/listing/column.ts'
import type { ColumnFilter } from '#domain/listing/row-view.ts'
import { DAY_RANGES } from '#domain/day-ranges.ts'
import { today } from '#renderer/db/numbers/today.ts'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { isWholeDay, isWholeTime, readDay, readTime, writeDay } from '#domain/typed-date.ts'
import { pressed } from '#renderer/ui/keys.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useTaken } from '#renderer/ui/useTaken.ts'

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
    <SimpleGrid cols={2} spacing="xs">
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
    </SimpleGrid>
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
  const focus = first ? { 'data-autofocus': true } : {}
  if (type === 'date') {
    return (
      <DayBound {...focus} label={label} day={typeof value === 'string' ? value : null} onChange={onChange} />
    )
  }
  if (type === 'time') {
    return (
      <TimeBound {...focus} label={label} time={typeof value === 'string' ? value : ''} onChange={onChange} />
    )
  }
  return <FigureInput type={type} label={label} value={value} onChange={onChange} focus={focus} />
}

interface DayProps {
  readonly label: string
  readonly day: string | null
  readonly onChange: (day: string | null) => void
}

function DayBound({ day, onChange, ...rest }: DayProps) {
  const words = useErrorText()
  const range = DAY_RANGES.cell(today())
  const { text, failure, onText, onTake } = useTaken({
    value: writeDay(day),
    read: (typed) => readDay(typed, range),
    isWhole: isWholeDay,
    onTake: onChange,
  })
  return (
    <DayInput
      {...rest}
      inDropdown
      {...{ range, text, onText, onTake }}
      onBlur={onTake}
      error={failure && words(failure)}
    />
  )
}

interface TimeProps extends Omit<DayProps, 'day'> {
  readonly time: string
}

function TimeBound({ time, onChange, ...rest }: TimeProps) {
  const { t } = useTranslation('typed')
  const words = useErrorText()
  const { text, failure, onText, onTake } = useTaken({
    value: time,
    read: readTime,
    isWhole: isWholeTime,
    onTake: onChange,
  })
  return (
    <TextInput
      {...rest}
      placeholder={t('time-format')}
      autoComplete="off"
      value={text}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
      onBlur={onTake}
      onKeyDown={(event) => pressed('field', event) && onTake()}
      error={failure && words(failure)}
    />
  )
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
