import type React from 'react'
import { useTranslation } from 'react-i18next'
import { KEYS, type Area } from '#renderer/ui/keys.ts'
import classes from '#renderer/ui/KeyHints.module.css'
import { useKeyNames } from '#renderer/ui/Stroke.tsx'

/** The keys of areas in a sentence, where they work: `Alt + ↑ : point précédent`. */
export function useKeyHints(areas: readonly Area[]): string {
  const { t } = useTranslation('keys')
  const names = useKeyNames()
  const hints = areas.flatMap((area) =>
    Object.entries<readonly string[]>(KEYS[area]).map(([act, strokes]) =>
      t('hint', {
        keys: strokes.map((stroke) => names(stroke).join(' + ')).join(', '),
        act: t(`${area}.${act}`),
      }),
    ),
  )
  return hints.join(' · ')
}

/** The keys of areas under the form that they work on. */
export const KeyHints = ({ areas }: { readonly areas: readonly Area[] }): React.JSX.Element => (
  <p className={classes['hints']}>{useKeyHints(areas)}</p>
)
