import { Tabs } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type React from 'react'
import classes from '#renderer/ui/TabBar.module.css'

interface TabItem<T extends string> {
  readonly value: T
  readonly label: string
  readonly count?: number
  /** What needs a decision on this tab, in words; shown as a mark. */
  readonly alert?: string
}

interface Props<T extends string> {
  readonly label: string
  readonly value: T
  readonly onChange: (value: T) => void
  readonly tabs: readonly TabItem<T>[]
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
            {tab.alert !== undefined && (
              <span className={classes['alert']} title={tab.alert}>
                <IconAlertTriangle size={14} aria-hidden />
                <span className="visually-hidden"> {tab.alert}</span>
              </span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
