import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import { FactTable } from '#renderer/features/convention/ui/FactTable.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly deadlines: Convention['deadlines']
  readonly language: 'fr' | 'nl'
}

/** The time limits of the convention: a day, or days after an event, with the clause that sets them. */
export function Deadlines({ deadlines, language }: Props): React.JSX.Element | null {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  if (deadlines.length === 0) return null
  const dueOf = ({ dueDate, days, counting }: Convention['deadlines'][number]) =>
    dueDate === null ? t(`deadlines.days.${counting}`, { count: days ?? 0 }) : formatDate(dueDate, screen)
  return (
    <FactTable
      caption={t('deadlines.title')}
      columns={['label', 'due', 'event', 'clause'].map((name) => ({ label: t(`deadlines.${name}`) }))}
      rows={deadlines.map((deadline) => [
        <span key="label" lang={language}>
          {deadline.label[language]}
        </span>,
        dueOf(deadline),
        <span key="event" lang={language}>
          {deadline.event[language] || '–'}
        </span>,
        deadline.clause ?? '–',
      ])}
    />
  )
}
