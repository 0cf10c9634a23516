import { ActionIcon, Progress, Text, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'
import classes from '#renderer/features/inspections/ui/DownloadProgress.module.css'

interface Props {
  readonly done: number
  readonly of: number
  readonly onCancel: () => void
}

/** How far a download is; cancelling keeps what has arrived. */
export function DownloadProgress({ done, of, onCancel }: Props): React.JSX.Element {
  const { t } = useTranslation('inspection')
  const language = useLanguage()
  const text =
    of === 0
      ? t('downloading-start')
      : t('downloading', { done: formatBytes(done, language), of: formatBytes(of, language) })
  return (
    <div className={classes['progress']}>
      <div>
        <Text size="xs" className="tabular">
          {text}
        </Text>
        <Progress value={of === 0 ? 0 : (done / of) * 100} size="sm" aria-label={text} />
      </div>
      <Tooltip label={t('download-cancel')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--mantine-color-text)"
          onClick={onCancel}
          aria-label={t('download-cancel')}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
