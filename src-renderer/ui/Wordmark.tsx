import type React from 'react'
import classes from '#renderer/ui/Wordmark.module.css'

/** The name of the product with its sign: a sheet with one line ticked. */
export function Wordmark(): React.JSX.Element {
  return (
    <span className={classes['wordmark']}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden>
        <rect x="1" y="1" width="18" height="18" rx="4" className={classes['ground']} />
        <path d="M5.2 10.4l3.1 3.1 6.5-7" className={classes['tick']} />
      </svg>
      Constat
    </span>
  )
}
