import { useRef } from 'react'
import type { TString } from 'typebox'
import { err, type AppError, type Result } from '#domain/result.ts'
import type { DraftPlace } from '#renderer/db/drafts.ts'
import { useAutosave } from '#renderer/ui/useAutosave.ts'

/** How a value is typed. */
export interface TypedForm<T> {
  readonly read: (text: string) => Result<T | null>
  /** Whether no further key can make it another value. */
  readonly isWhole: (text: string) => boolean
  /** As it is stored and shown; empty for none. */
  readonly write: (value: T | null) => string
}

interface Options<T> {
  readonly form: TypedForm<T>
  readonly value: T | null
  /** Names this field among all: what can't be read is kept there, as it was typed. */
  readonly place: DraftPlace<TString>
  readonly readOnly: boolean
  readonly onSave: (value: T | null) => Promise<Result<null>>
}

export interface TypedField {
  readonly text: string
  /** What is wrong with the text, once its typing has ended. */
  readonly failure: AppError | null
  readonly onType: (text: string) => void
  readonly onFocus: () => void
  /** The typing has ended, with this text: the value is then written as it is stored. */
  readonly onLeave: (text: string) => void
}

/**
 * A field that saves a value of several forms, such as a day: as soon as no further key can make it another one, or when
 * the field is left. Half a value is never stored; a wrong one stays in the field, and what was recorded stays recorded.
 */
export function useTypedField<T>({ form, value, place, readOnly, onSave }: Options<T>): TypedField {
  /** True from a key to what ends the typing: then half a value is no mistake yet. */
  const typing = useRef(false)
  const save = async (text: string): Promise<Result<null>> => {
    if (typing.current && text.trim() !== '' && !form.isWhole(text)) return err('typed.unfinished')
    const read = form.read(text)
    return read.ok ? await onSave(read.value) : read
  }
  const field = useAutosave({ value: form.write(value), save, place, readOnly })
  const { text, failure, onFocus } = field
  return {
    text,
    failure: failure?.code === 'typed.unfinished' ? null : failure,
    onFocus,
    onType: (typed) => {
      typing.current = true
      field.onType(typed)
    },
    onLeave: (typed) => {
      typing.current = false
      const read = form.read(typed)
      if (read.ok && form.write(read.value) !== typed) field.onType(form.write(read.value))
      field.onBlur()
    },
  }
}
