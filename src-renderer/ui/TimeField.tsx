import { TextInput, type TextInputProps } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { TString } from 'typebox'
import type { Result } from '#domain/result.ts'
import { isWholeTime, readTime } from '#domain/typed-date.ts'
import type { DraftPlace } from '#renderer/db/drafts.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useTypedField, type TypedForm } from '#renderer/ui/useTypedField.ts'

interface Props extends Omit<
  TextInputProps,
  'value' | 'onChange' | 'onFocus' | 'onBlur' | 'onSave' | 'error' | 'defaultValue'
> {
  /** Names this field among all: what is no time is kept there, as it was typed. */
  readonly place: DraftPlace<TString>
  /** `HH:mm`; null for none. */
  readonly time: string | null
  readonly onSave: (time: string | null) => Promise<Result<null>>
}

const FORM: TypedForm<string> = { read: readTime, isWhole: isWholeTime, write: (time) => time ?? '' }

/** A time of day that saves itself, as `DateField` saves a day. Give it a `key` of its record. */
export function TimeField({ place, time, onSave, ...rest }: Props): React.JSX.Element {
  const { t } = useTranslation('typed')
  const words = useErrorText()
  const field = useTypedField({ form: FORM, value: time, place, readOnly: rest.readOnly ?? false, onSave })
  return (
    <TextInput
      {...rest}
      placeholder={t('time-format')}
      autoComplete="off"
      maxLength={8}
      value={field.text}
      onChange={(event) => field.onType(event.currentTarget.value)}
      onFocus={field.onFocus}
      onBlur={() => field.onLeave(field.text)}
      error={field.failure ? words(field.failure) : undefined}
    />
  )
}
