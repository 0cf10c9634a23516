import { Alert, Button, Group, List, Text } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '#domain/result.ts'
import { useErrorText } from '#renderer/ui/useErrorText.ts'

interface Props {
  readonly error: AppError
  readonly onRetry?: () => void
  readonly onClose?: () => void
}

/** A failure in words, announced at once, with a way on where there is one. To be offline is normal, and grey. */
export function ErrorNotice({ error, onRetry, onClose }: Props): React.JSX.Element {
  const { t } = useTranslation('common')
  const text = useErrorText()
  const offline = error.code === 'central.unreachable'
  const Picture = offline ? IconCloudOff : IconAlertTriangle
  return (
    <Alert
      color={offline ? 'gray' : 'red'}
      variant="light"
      p="sm"
      icon={<Picture size={18} aria-hidden />}
      {...(onClose ? { withCloseButton: true, closeButtonLabel: t('close'), onClose } : {})}
    >
      <Group gap="sm" justify="space-between" align="center">
        <Text component="div" size="sm" flex="1 1 16rem" c="var(--mantine-color-text)">
          {text(error)}
          {error.others && <Others error={error} others={error.others} />}
        </Text>
        {onRetry && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

interface OthersProps {
  readonly error: AppError
  readonly others: readonly AppError[]
}

/** All that is wrong, one by one, and how much more there is. */
function Others({ error, others }: OthersProps): React.JSX.Element {
  const { t } = useTranslation('common')
  const text = useErrorText()
  const more = Number(error.details?.['count'] ?? others.length) - others.length
  return (
    <>
      <List size="sm" mt="xs" spacing={4} pr="md">
        {others.map((other, at) => (
          <List.Item key={at}>{text(other)}</List.Item>
        ))}
      </List>
      {more > 0 && <p>{t('errors.more', { count: more })}</p>}
    </>
  )
}
