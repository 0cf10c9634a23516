import { useMemo } from 'react'
import type React from 'react'
import type { TString } from 'typebox'
import type { IsoDay } from '#domain/dates.ts'
import type { Result } from '#domain/result.ts'
import { isWholeDay, readDay, writeDay } from '#domain/typed-date.ts'
import type { DraftPlace } from '#renderer/db/drafts.ts'
import { DayInput, type DayInputProps } from '#renderer/ui/DayInput.tsx'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useTypedField, type TypedForm } from '#renderer/ui/useTypedField.ts'

interface Props extends Omit<DayInputProps, 'text' | 'onText' | 'onTake' | 'onFocus' | 'onBlur' | 'error'> {
  /** Names this field among all: what is no day of its range is kept there, as it was typed. */
  readonly place: DraftPlace<TString>
  /** Null for none. */
  readonly day: IsoDay | null
  readonly onSave: (day: IsoDay | null) => Promise<Result<null>>
}

/**
 * A day that saves itself. What is no day of the range stays in the field with what is wrong with it. Give it a `key` of
 * its record.
 */
export function DateField({ place, day, range, onSave, ...rest }: Props): React.JSX.Element {
  const words = useErrorText()
  const form = useMemo<TypedForm<IsoDay>>(
    () => ({ read: (text) => readDay(text, range), isWhole: isWholeDay, write: writeDay }),
    [range],
  )
  const field = useTypedField({ form, value: day, place, readOnly: rest.readOnly ?? false, onSave })
  return (
    <DayInput
      {...rest}
      range={range}
      text={field.text}
      onText={field.onType}
      onTake={field.onLeave}
      onFocus={field.onFocus}
      onBlur={() => field.onLeave(field.text)}
      error={field.failure ? words(field.failure) : undefined}
    />
  )
}
