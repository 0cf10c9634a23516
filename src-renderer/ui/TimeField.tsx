import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError, Result } from '#domain/result.ts'
import { isWholeTime, readTime } from '#domain/typed-date.ts'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'onSave' | 'defaultValue'> {
  /** `HH:mm`, or empty. */
  readonly value: string
  readonly onSave: (time: string) => Promise<Result<null>>
}

/** A time of day as people type it; nothing half typed is stored, a wrong one stays in the field and is told. */
export function TimeField({ value, onSave, ...rest }: Props): React.JSX.Element {
  const { t } = useTranslation('typed')
  const words = useErrorText()
  const [typed, setTyped] = useState<string | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const keep = async (text: string): Promise<boolean> => {
    const time = readTime(text)
    const saved = time.ok ? await trackSave(onSave(time.value ?? '')) : time
    setFailure(saved.ok ? null : saved.error)
    return saved.ok
  }
  const leave = async (): Promise<void> => {
    if (typed !== null && (await keep(typed))) setTyped(null)
  }
  const type = (text: string): void => {
    setTyped(text)
    if (isWholeTime(text)) void keep(text)
  }
  return (
    <TextInput
      {...rest}
      placeholder={t('time-format')}
      autoComplete="off"
      maxLength={8}
      value={typed ?? value}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => void leave()}
      {...(failure ? { error: words(failure) } : {})}
    />
  )
}
