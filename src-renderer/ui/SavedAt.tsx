import { Text } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '#renderer/ui/format.ts'
import { useSaveStatus } from '#renderer/ui/save-status.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

/** "Saved on this computer at 14:32:08": true when it says so. A refusal stays until the text is put right, or saved. */
export function SavedAt(): React.JSX.Element {
  const { t } = useTranslation('common')
  const language = useLanguage()
  const words = useErrorText()
  const { running, typing, savedAt, ...status } = useSaveStatus()
  const failure = status.refused ?? status.failure
  const text = failure
    ? t('save.failed', { reason: words(failure) })
    : typing || running > 0
      ? t('save.saving')
      : savedAt === null
        ? t('save.nothing')
        : t('save.saved', { time: formatTime(savedAt, language) })
  return (
    <Text
      component="span"
      inherit
      role="status"
      c={failure ? 'var(--tone-red)' : 'inherit'}
      className="tabular"
    >
      {text}
    </Text>
  )
}
