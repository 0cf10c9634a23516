import { Paper, Stack, Text, Title } from '@mantine/core'
import type React from 'react'
import classes from '#renderer/features/account/ui/GateCard.module.css'
import { Wordmark } from '#renderer/ui/Wordmark.tsx'

interface Props {
  readonly title: string
  readonly text?: string
  /** Language and theme, offered before anything else is known. */
  readonly corner: React.ReactNode
  readonly children: React.ReactNode
}

/** The page before the frame: one card, nothing behind it. */
export function GateCard({ title, text, corner, children }: Props): React.JSX.Element {
  return (
    <div className={classes['gate']}>
      <header className={classes['bar']}>
        <Wordmark />
        {corner}
      </header>
      <main className={classes['middle']}>
        <Paper withBorder radius="md" className={classes['card'] ?? ''}>
          <Stack gap="md">
            <div>
              <Title order={1}>{title}</Title>
              {text && (
                <Text size="sm" c="dimmed" mt={4}>
                  {text}
                </Text>
              )}
            </div>
            {children}
          </Stack>
        </Paper>
      </main>
    </div>
  )
}
