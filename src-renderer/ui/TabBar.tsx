import { Tabs } from '@mantine/core'
import type React from 'react'
import classes from '#renderer/ui/TabBar.module.css'

interface Props<T extends string> {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly tabs: readonly { readonly value: T; readonly label: string; readonly count?: number }[]
  /** Id of the region the tabs change. */
  readonly controls?: string
}

/** A row of tabs with counts; it wraps instead of overflowing. */
export function TabBar<T extends string>({
  label,
  value,
  onChange,
  tabs,
  controls,
}: Props<T>): React.JSX.Element {
  return (
    <Tabs
      value={value}
      onChange={(next) => next !== null && onChange(next as T)}
      className={classes['tabs'] ?? ''}
    >
      <Tabs.List aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value} aria-controls={controls}>
            {tab.label}
            {tab.count !== undefined && <span className={classes['count']}>{tab.count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
