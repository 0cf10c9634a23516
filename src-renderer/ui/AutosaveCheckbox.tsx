import { Checkbox, type CheckboxProps } from '@mantine/core'
import type React from 'react'
import type { Result } from '#domain/result.ts'
import { trackSave } from '#renderer/ui/save-status.ts'
import { useChosen } from '#renderer/ui/useChosen.ts'

interface Props extends Omit<CheckboxProps, 'checked' | 'onChange' | 'defaultChecked' | 'value'> {
  readonly value: boolean
  readonly onSave: (value: boolean) => Promise<Result<null>>
}

/** A tick that saves itself and shows at once. */
export function AutosaveCheckbox({ value, onSave, ...rest }: Props): React.JSX.Element {
  const [checked, choose] = useChosen(value, (next: boolean) => trackSave(onSave(next)))
  return <Checkbox {...rest} checked={checked} onChange={(event) => choose(event.currentTarget.checked)} />
}
