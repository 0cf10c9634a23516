import { Textarea, TextInput, type TextareaProps, type TextInputProps } from '@mantine/core'
import type React from 'react'
import type { TString } from 'typebox'
import type { Result } from '#domain/result.ts'
import type { DraftPlace } from '#renderer/db/drafts.ts'
import { useAutosave } from '#renderer/ui/useAutosave.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Autosaved {
  /** Names this field among all: a text that can't be recorded is kept there until it is put right. */
  readonly place: DraftPlace<TString>
  /** The stored text, from a live query. */
  readonly value: string
  readonly onSave: (text: string) => Promise<Result<null>>
}
type Own = 'place' | 'value' | 'onChange' | 'onFocus' | 'onBlur' | 'onSave' | 'defaultValue'

/** A line of text that saves itself. Give it `key={record.id}` so that another record gets a fresh field. */
export function AutosaveText({ value, onSave, place, ...rest }: Autosaved & Omit<TextInputProps, Own>) {
  const field = useAutosave({ value, save: onSave, place, readOnly: rest.readOnly ?? false })
  return <TextInput {...rest} {...useFieldProps(field)} />
}

/** A text that grows as it is typed and saves itself. Give it `key={record.id}`. */
export function AutosaveTextarea({
  value,
  onSave,
  place,
  minRows = 2,
  ...rest
}: Autosaved & Omit<TextareaProps, Own>) {
  const field = useAutosave({ value, save: onSave, place, readOnly: rest.readOnly ?? false })
  return <Textarea autosize minRows={minRows} maxRows={16} {...rest} {...useFieldProps(field)} />
}

/** What an input takes of a field that saves itself. */
export function useFieldProps(field: ReturnType<typeof useAutosave>) {
  const words = useErrorText()
  return {
    value: field.text,
    onFocus: field.onFocus,
    onBlur: field.onBlur,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      field.onType(event.currentTarget.value),
    ...(field.failure ? { error: words(field.failure) } : {}),
  }
}
