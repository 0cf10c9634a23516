import { IconLock } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/features/sampling/ui/sampling.module.css'
import { Chip } from '#renderer/ui/Chip.tsx'

/** One fact of a definition; an absent value is not known yet. */
export interface DefinitionFact {
  readonly name: string
  readonly value: React.ReactNode
  /** Date and clause it rests on. */
  readonly ground?: string | undefined
  readonly code?: boolean
}

interface Props {
  readonly facts: readonly DefinitionFact[]
  /** A drawn sample: nothing of this changes any more. */
  readonly locked: boolean
  readonly children?: React.ReactNode
}

/** What a sample is defined by, always in sight: population, hash, seed, method, version, parameters. */
export function DefinitionPanel({ facts, locked, children }: Props): React.JSX.Element {
  const { t } = useTranslation('sampling')
  return (
    <aside className={classes['panel']} aria-label={t('definition.title')} tabIndex={0}>
      <div className={classes['head']}>
        <h2>{t('definition.title')}</h2>
        {locked && (
          <Chip tone="green" icon={IconLock}>
            {t('definition.locked')}
          </Chip>
        )}
      </div>
      <dl className={classes['facts']}>
        {facts.map(({ name, value, ground, code }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={code ? 'code' : undefined}>
              {value === null || value === '' ? (
                <span className={classes['quiet']}>{t('definition.open')}</span>
              ) : (
                value
              )}
              {ground && <span className={classes['ground']}>{ground}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </aside>
  )
}
