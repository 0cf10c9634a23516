import type { Icon } from '@tabler/icons-react'
import type React from 'react'
import classes from '#renderer/ui/Chip.module.css'

export type Tone = 'neutral' | 'blue' | 'teal' | 'orange' | 'amber' | 'red' | 'green' | 'violet'

interface Props {
  readonly tone: Tone
  readonly icon: Icon
  readonly children: React.ReactNode
  /** Text and icon only, without the ground: for dense tables. */
  readonly plain?: boolean
}

/** A status: icon and word in one tone, the same everywhere. Never colour alone. */
export function Chip({ tone, icon: Picture, children, plain = false }: Props): React.JSX.Element {
  return (
    <span className={classes['chip']} data-tone={tone} data-plain={plain || undefined}>
      <Picture size={14} stroke={2} aria-hidden />
      <span className={classes['word']}>{children}</span>
    </span>
  )
}
