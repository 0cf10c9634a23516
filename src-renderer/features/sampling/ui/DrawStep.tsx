import { Textarea, TextInput } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '#renderer/db/numbers/today.ts'
import type { StepProps } from '#renderer/features/sampling/ui/step-props.ts'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { SizeAdvice } from '#renderer/features/sampling/ui/SizeAdvice.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** The last look before the draw: the seed, the size with its warnings, and what cannot be undone. */
export function DrawStep({ draft, draw, onChange }: StepProps): React.JSX.Element {
  const { t } = useTranslation('sampling')
  const language = useLanguage()
  const { replaces } = draft
  return (
    <>
      <TextInput
        label={t('draw.seed')}
        description={t('draw.seed-hint')}
        maxLength={400}
        classNames={{ input: 'code' }}
        value={draft.seed}
        onChange={(event) => onChange({ seed: event.currentTarget.value })}
        error={draft.seed.trim() === '' ? t('errors.seed-missing') : undefined}
      />
      {replaces && (
        <Textarea
          label={t('reason')}
          description={t('draw.reason-hint')}
          withAsterisk
          autosize
          minRows={2}
          maxLength={2000}
          value={replaces.reason}
          onChange={(event) => onChange({ replaces: { ...replaces, reason: event.currentTarget.value } })}
        />
      )}
      <SizeAdvice definition={draw.definition} size={draw.size} lines={draw.facts?.count ?? 0} />
      <p className={classes['quiet']}>{t('draw.once', { day: formatDate(today(), language) })}</p>
    </>
  )
}
