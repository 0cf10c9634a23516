import { Group, Radio } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly fileName: string
  readonly adds: boolean
  readonly onChange: (adds: boolean) => void
}

/** Whether a file takes the place of the listing that is there, or its rows are added to it. */
export function ReplaceOrAdd({ fileName, adds, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation('mapping')
  return (
    <Radio.Group
      size="sm"
      aria-label={t('adds.label', { fileName })}
      value={adds ? 'add' : 'replace'}
      onChange={(value) => onChange(value === 'add')}
    >
      <Group gap="md" mt={6}>
        <Radio value="replace" label={t('adds.replace')} />
        <Radio value="add" label={t('adds.add')} />
      </Group>
    </Radio.Group>
  )
}
