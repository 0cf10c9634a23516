import type React from 'react'
import classes from '#renderer/features/convention/ui/convention.module.css'

interface Props {
  /** Name and value; a fact without a value is left out. */
  readonly facts: readonly (readonly [label: string, value: React.ReactNode])[]
}

/** Facts by name, in two columns. */
export function Facts({ facts }: Props): React.JSX.Element {
  return (
    <dl className={classes['facts']}>
      {facts.map(([label, value]) =>
        value === null || value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
