import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { readAmount, writeAmount } from '#domain/finding/read-amount.ts'
import type { Result } from '#domain/result.ts'
import { readDraft, writeDraft } from '#renderer/features/findings/state/amount-drafts.ts'
import { useAutosave } from '#renderer/ui/useAutosave.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Props {
  readonly findingId: string
  readonly amount: number | null
  readonly readOnly: boolean
  readonly onSave: (amount: number | null) => Promise<Result<null>>
}

/**
 * Euros as an inspector types them. A text that is not an amount stays in the field with what is wrong with it,
 * also after another finding was looked at; what was recorded before stays recorded.
 */
export function AmountField({ findingId, amount, readOnly, onSave }: Props): React.JSX.Element {
  const { t } = useTranslation('finding')
  const words = useErrorText()
  const [wrong, setWrong] = useState(() => readDraft(findingId))
  const save = async (text: string): Promise<Result<null>> => {
    const read = readAmount(text)
    keep(read.ok ? null : text)
    return read.ok ? await onSave(read.value) : read
  }
  const keep = (text: string | null): void => {
    writeDraft(findingId, text)
    setWrong(text)
  }
  const field = useAutosave(wrong ?? writeAmount(amount), save)
  const read = readAmount(field.text)
  const failure = read.ok ? field.failure : field.text === wrong ? read.error : null
  return (
    <TextInput
      label={t('field.amount')}
      placeholder="0,00"
      inputMode="decimal"
      autoComplete="off"
      rightSection={<span aria-hidden>€</span>}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      readOnly={readOnly}
      value={field.text}
      onChange={(event) => field.onType(event.currentTarget.value)}
      onFocus={field.onFocus}
      onBlur={field.onBlur}
      error={failure ? words(failure) : undefined}
    />
  )
}
