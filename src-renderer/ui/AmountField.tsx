import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import type React from 'react'
import { readAmount, writeAmount } from '#domain/finding/read-amount.ts'
import type { Result } from '#domain/result.ts'
import { readDraft, writeDraft } from '#renderer/ui/amount-drafts.ts'
import { useAutosave } from '#renderer/ui/useAutosave.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'onFocus' | 'onBlur' | 'error'> {
  /** Names this field among all: what can't be read as an amount is kept under it. */
  readonly draftKey: string
  /** Whole cents; null for none. */
  readonly amount: number | null
  readonly onSave: (amount: number | null) => Promise<Result<null>>
  /** Reads what is typed, where not every amount will do. */
  readonly read?: (text: string) => Result<number | null>
}

/**
 * Euros as an inspector types them. A text that is not an amount stays in the field with what is wrong with it,
 * also after another record was looked at; what was recorded before stays recorded. Give it `key={draftKey}`.
 */
export function AmountField(props: Props): React.JSX.Element {
  const { draftKey, amount, onSave, read = readAmount, ...rest } = props
  const words = useErrorText()
  const [wrong, setWrong] = useState(() => readDraft(draftKey))
  const save = async (text: string): Promise<Result<null>> => {
    const typed = read(text)
    keep(typed.ok ? null : text)
    return typed.ok ? await onSave(typed.value) : typed
  }
  const keep = (text: string | null): void => {
    writeDraft(draftKey, text)
    setWrong(text)
  }
  const field = useAutosave(wrong ?? writeAmount(amount), save)
  const typed = read(field.text)
  const failure = typed.ok ? field.failure : field.text === wrong ? typed.error : null
  return (
    <TextInput
      placeholder="0,00"
      inputMode="decimal"
      autoComplete="off"
      rightSection={<span aria-hidden>€</span>}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      {...rest}
      value={field.text}
      onChange={(event) => field.onType(event.currentTarget.value)}
      onFocus={field.onFocus}
      onBlur={field.onBlur}
      error={failure ? words(failure) : undefined}
    />
  )
}
