import type { Icon } from '@tabler/icons-react'
import { useId } from 'react'
import type React from 'react'
import classes from '#renderer/ui/Choices.module.css'
import { useChosen, type SaveChoice } from '#renderer/ui/useChosen.ts'

export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
  readonly icon: Icon
  /** A tone of `base.css` worn while chosen; the accent when there is none. */
  readonly tone?: string
  /** The key that chooses it, shown beside the word. */
  readonly shortcut?: string | undefined
}
interface Props<T extends string> {
  readonly label: string
  readonly choices: readonly Choice<T>[]
  readonly value: T | null
  readonly onChange: SaveChoice<T>
  readonly readOnly?: boolean
  /** For those who lead to it. */
  readonly id?: string
  /** An act on the choice, in the corner above it. */
  readonly children?: React.ReactNode
}

/** A few exclusive choices side by side, each icon and word: real radio buttons, arrows included. */
export function Choices<T extends string>(props: Props<T>) {
  const { id, label, choices, value, onChange, readOnly, children } = props
  const name = useId()
  const [chosen, choose] = useChosen<T | null>(value, (next) => (next === null ? null : onChange(next)))
  return (
    <fieldset id={id} className={classes['set']} disabled={readOnly}>
      <legend className={classes['legend']}>{label}</legend>
      <div className={classes['row']}>
        {choices.map((choice) => (
          <label key={choice.value} className={classes['choice']} style={toneStyle(choice.tone)}>
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              value={choice.value}
              checked={choice.value === chosen}
              onChange={() => choose(choice.value)}
              aria-keyshortcuts={choice.shortcut}
            />
            <choice.icon size={18} stroke={1.75} aria-hidden />
            <span className={classes['word']} data-word={choice.label}>
              {choice.label}
            </span>
            {choice.shortcut && !readOnly && (
              <kbd className={classes['key']} aria-hidden>
                {choice.shortcut}
              </kbd>
            )}
          </label>
        ))}
      </div>
      {children && <div className={classes['corner']}>{children}</div>}
    </fieldset>
  )
}

function toneStyle(tone: string | undefined): React.CSSProperties {
  const text = tone ? `var(--tone-${tone})` : 'var(--accent)'
  const ground = tone ? `var(--tone-${tone}-soft)` : 'var(--accent-soft)'
  return { '--choice-text': text, '--choice-ground': ground } as React.CSSProperties
}
