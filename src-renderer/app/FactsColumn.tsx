import { Title } from '@mantine/core'
import { useLiveQuery } from 'dexie-react-hooks'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import { ceilingOn } from '#domain/convention/parameters.ts'
import type { Inspection } from '#domain/inspection/inspection.ts'
import { formatEuros } from '#domain/money.ts'
import classes from '#renderer/app/FactsColumn.module.css'
import { readConvention } from '#renderer/db/packages.ts'
import { formatDate } from '#renderer/ui/format.ts'
import { pick } from '#renderer/ui/pick.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly inspection: Inspection
  /** What can be done with the file they come from. */
  readonly children?: React.ReactNode
}

/** What is always needed beside the work: convention, period, financing, people met. */
export function FactsColumn({ inspection, children }: Props): React.JSX.Element {
  const { t } = useTranslation('inspection')
  const language = useLanguage()
  const convention = useLiveQuery(() => readConvention(inspection.id), [inspection.id])
  const day = (date: string): string => formatDate(date, language)
  const facts: [string, string][] = [
    [t('facts.reference'), inspection.reference],
    [t('facts.inspector'), inspection.inspectorName],
    [t('facts.language'), t(`facts.${inspection.language}`)],
  ]
  if (convention) {
    facts.push(
      [t('facts.measure'), pick(convention.measureLabel, language)],
      [t('facts.period'), `${day(convention.controlPeriod.start)} – ${day(convention.controlPeriod.end)}`],
      [t('facts.duration'), `${day(convention.startDate)} – ${day(convention.endDate)}`],
      [t('facts.mode'), t(`mode.${convention.financing.mode}`)],
      [t('facts.ceiling'), formatEuros(ceilingOn(convention, convention.controlPeriod.end), language)],
      [t('facts.sites'), convention.sites.map(({ commune }) => pick(commune, language)).join(', ')],
    )
  }
  if (inspection.visitDate !== null) facts.push([t('facts.visit'), day(inspection.visitDate)])
  if (inspection.visitPlace !== '') facts.push([t('facts.place'), inspection.visitPlace])
  if (inspection.personsMet !== '') facts.push([t('facts.met'), inspection.personsMet])
  return (
    <section aria-labelledby="facts-title" className={classes['facts']}>
      <Title order={2} size="h3" id="facts-title">
        {t('facts.title')}
      </Title>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  )
}
