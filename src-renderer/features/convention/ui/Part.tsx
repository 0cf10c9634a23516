import type React from 'react'
import classes from '#renderer/features/convention/ui/convention.module.css'

interface Props {
  /** Its name in the index. */
  readonly place: string
  readonly title: string
  readonly number?: number
  /** The language of the title and the text, where it is not the screen's. */
  readonly lang?: string
  readonly children: React.ReactNode
}

/** One part of the convention under its heading, which takes the focus when the index leads there. */
export function Part({ place, title, number, lang, children }: Props): React.JSX.Element {
  return (
    <section data-part={place} className={classes['part']} aria-labelledby={`convention-${place}`}>
      <h2 id={`convention-${place}`} tabIndex={-1} lang={lang} className={classes['heading']}>
        {number !== undefined && <span className={classes['number']}>{number}</span>}
        {title}
      </h2>
      {children}
    </section>
  )
}
