import { Kbd } from '@mantine/core'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { keysOf } from '#renderer/ui/keys.ts'
import classes from '#renderer/ui/Stroke.module.css'

/** What is printed on the keys of a stroke, in the language of the screen: `Ctrl`, `Entrée`. */
export function useKeyNames(): (stroke: string) => string[] {
  const { t } = useTranslation('keys')
  return (stroke) => keysOf(stroke).map((key) => t(`name.${key}`, { defaultValue: key }))
}

/** A stroke, drawn as the keys to press together. */
export function Stroke({ stroke }: { readonly stroke: string }): React.JSX.Element {
  const names = useKeyNames()
  return (
    <span className={classes['stroke']}>
      {names(stroke).map((name) => (
        <Kbd key={name} size="xs">
          {name}
        </Kbd>
      ))}
    </span>
  )
}
