import { Textarea, TextInput, type TextareaProps, type TextInputProps } from '@mantine/core'
import type React from 'react'
import type { Result } from '#domain/result.ts'
import { useAutosave } from '#renderer/ui/useAutosave.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Autosaved {
  /** The stored text, from a live query. */
  readonly value: string
  readonly onSave: (text: string) => Promise<Result<null>>
}
type Own = 'value' | 'onChange' | 'onFocus' | 'onBlur' | 'onSave' | 'defaultValue'

/** A line of text that saves itself. Give it `key={record.id}` so that another record gets a fresh field. */
export function AutosaveText({ value, onSave, ...rest }: Autosaved & Omit<TextInputProps, Own>) {
  const field = useAutosave(value, onSave)
  return <TextInput {...rest} {...useFieldProps(field)} />
}

/** A text that grows as it is typed and saves itself. Give it `key={record.id}`. */
export function AutosaveTextarea({
  value,
  onSave,
  minRows = 2,
  ...rest
}: Autosaved & Omit<TextareaProps, Own>) {
  const field = useAutosave(value, onSave)
  return <Textarea autosize minRows={minRows} maxRows={16} {...rest} {...useFieldProps(field)} />
}

function useFieldProps(field: ReturnType<typeof useAutosave>) {
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
