import { Title } from '@mantine/core'
import type React from 'react'
import classes from '#renderer/ui/ScreenHeader.module.css'

/** The h1 of a screen at the left, its tools at the right. Screens are labelled by `screen-title`. */
export function ScreenHeader({
  title,
  children,
}: {
  readonly title: string
  readonly children?: React.ReactNode
}): React.JSX.Element {
  return (
    <div className={classes['header']}>
      <Title order={1} id="screen-title" tabIndex={-1} className={classes['title'] ?? ''}>
        {title}
      </Title>
      {children !== undefined && <div className={classes['tools']}>{children}</div>}
    </div>
  )
}
