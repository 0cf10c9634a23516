import { Group } from '@mantine/core'
import type React from 'react'
import classes from '#renderer/features/import/ui/import.module.css'

interface Props {
  /** Why one cannot go on, or what comes next. */
  readonly said: string
  readonly children: React.ReactNode
}

/** The ways on from a step, always in reach. */
export function Foot({ said, children }: Props): React.JSX.Element {
  return (
    <div className={classes['foot']}>
      <p role="status" className={classes['said']}>
        {said}
      </p>
      <Group gap="xs">{children}</Group>
    </div>
  )
}
