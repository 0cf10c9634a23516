import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import { inForceOn } from '#domain/convention/parameters.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  /** The dated list it belongs to. */
  readonly of: readonly { readonly validFrom: string }[]
  readonly validFrom: string
  readonly convention: Pick<Convention, 'controlPeriod'>
}

/** From when a dated figure holds; the one of the inspected period says so. */
export function ValidFrom({ of, validFrom, convention: { controlPeriod } }: Props): React.JSX.Element {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  const startsWithin = validFrom > controlPeriod.start && validFrom <= controlPeriod.end
  const inForce = startsWithin || inForceOn(of, controlPeriod.start)?.validFrom === validFrom
  return (
    <>
      {t('validFrom', { date: formatDate(validFrom, screen) })}
      {inForce && <span className={classes['tag']}>{t('inForce')}</span>}
    </>
  )
}
