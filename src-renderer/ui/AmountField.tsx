import { TextInput, type TextInputProps } from '@mantine/core'
import type React from 'react'
import type { TString } from 'typebox'
import { readAmount, writeAmount } from '#domain/finding/read-amount.ts'
import type { Result } from '#domain/result.ts'
import type { DraftPlace } from '#renderer/db/drafts.ts'
import { useFieldProps } from '#renderer/ui/AutosaveText.tsx'
import { useAutosave } from '#renderer/ui/useAutosave.ts'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'onFocus' | 'onBlur' | 'error'> {
  /** Names this field among all: what can't be read as an amount is kept there. */
  readonly place: DraftPlace<TString>
  /** Whole cents; null for none. */
  readonly amount: number | null
  readonly onSave: (amount: number | null) => Promise<Result<null>>
  /** Reads what is typed, where not every amount will do. */
  readonly read?: (text: string) => Result<number | null>
}

/**
 * Euros as an inspector types them. A text that is not an amount stays in the field with what is wrong with it, also
 * after another record was looked at; what was recorded before stays recorded. Give it a `key` of its record.
 */
export function AmountField(props: Props): React.JSX.Element {
  const { place, amount, onSave, read = readAmount, ...rest } = props
  const save = async (text: string): Promise<Result<null>> => {
    const typed = read(text)
    return typed.ok ? await onSave(typed.value) : typed
  }
  const field = useAutosave({ value: writeAmount(amount), save, place, readOnly: rest.readOnly ?? false })
  return (
    <TextInput
      placeholder="0,00"
      inputMode="decimal"
      autoComplete="off"
      rightSection={<span aria-hidden>€</span>}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      {...rest}
      {...useFieldProps(field)}
    />
  )
}
