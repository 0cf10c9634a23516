import { IconCheck } from '@tabler/icons-react'
import type React from 'react'
import classes from '#renderer/ui/StepList.module.css'

interface Props {
  readonly label: string
  readonly steps: readonly string[]
  /** The place of the step one is at. */
  readonly current: number
}

/** Where one is in a few steps; those behind are ticked. */
export function StepList({ label, steps, current }: Props): React.JSX.Element {
  return (
    <ol className={classes['steps']} aria-label={label}>
      {steps.map((step, at) => (
        <li key={step} aria-current={at === current ? 'step' : undefined}>
          <span className={classes['no']}>{at < current ? <IconCheck size={14} aria-hidden /> : at + 1}</span>
          {step}
        </li>
      ))}
    </ol>
  )
}
