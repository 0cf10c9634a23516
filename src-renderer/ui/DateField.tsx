import { useRef } from 'react'
import type React from 'react'
import type { TString } from 'typebox'
import type { IsoDay } from '#domain/dates.ts'
import type { Result } from '#domain/result.ts'
import { readDay, readWhileTyped, writeDay } from '#domain/typed-date.ts'
import type { DraftPlace } from '#renderer/db/drafts.ts'
import { DayInput, type DayInputProps } from '#renderer/ui/DayInput.tsx'
import { useAutosave } from '#renderer/ui/useAutosave.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Props extends Omit<DayInputProps, 'text' | 'onText' | 'onTake' | 'onFocus' | 'onBlur' | 'error'> {
  /** Names this field among all: what is no day of its range is kept there, as it was typed. */
  readonly place: DraftPlace<TString>
  /** Null for none. */
  readonly day: IsoDay | null
  readonly onSave: (day: IsoDay | null) => Promise<Result<null>>
}

/**
 * A day that saves itself: as soon as no further key can make it another, or when the field is left. What is no day of the
 * range stays in the field with what is wrong with it, and what was recorded before stays recorded. Give it a `key` of its
 * record.
 */
export function DateField({ place, day, range, onSave, ...rest }: Props): React.JSX.Element {
  const words = useErrorText()
  /** True from a key to what ends the typing: then half a day is no mistake yet. */
  const typing = useRef(false)
  const save = async (text: string): Promise<Result<null>> => {
    const read = (typing.current ? readWhileTyped : readDay)(text, range)
    return read.ok ? await onSave(read.value) : read
  }
  const field = useAutosave({ value: writeDay(day), save, place, readOnly: rest.readOnly ?? false })
  const { failure } = field
  /** A day is then written as it is stored, also where it is the one that was stored before. */
  const leave = (text: string): void => {
    typing.current = false
    const read = readDay(text, range)
    if (read.ok && writeDay(read.value) !== text) field.onType(writeDay(read.value))
    field.onBlur()
  }
  return (
    <DayInput
      {...rest}
      range={range}
      text={field.text}
      onText={(text) => {
        typing.current = true
        field.onType(text)
      }}
      onTake={leave}
      onFocus={field.onFocus}
      onBlur={() => leave(field.text)}
      error={failure && failure.code !== 'typed.unfinished' ? words(failure) : undefined}
    />
  )
}
