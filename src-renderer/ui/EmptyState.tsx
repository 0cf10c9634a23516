import { Stack, Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type React from 'react'
import classes from '#renderer/ui/EmptyState.module.css'

interface Props {
  readonly icon: Icon
  readonly title: string
  readonly text?: string
  /** The next step, offered. */
  readonly children?: React.ReactNode
}

/** Nothing here yet: says why and offers the next step. */
export function EmptyState({ icon: Picture, title, text, children }: Props): React.JSX.Element {
  return (
    <Stack align="center" gap="xs" className={classes['empty'] ?? ''}>
      <Picture size={32} stroke={1.25} className={classes['picture'] ?? ''} aria-hidden />
      <Text fw={600}>{title}</Text>
      {text && (
        <Text size="sm" c="dimmed" ta="center" maw={420}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  )
}
