import { IconCircle, IconCircleCheck, IconCircleHalf2, IconMinus, type Icon } from '@tabler/icons-react'
import type React from 'react'
import { useTranslation } from 'react-i18next'
import type { Convention } from '#domain/convention/convention.ts'
import { isOpen, type Recommendation } from '#domain/convention/follow-up.ts'
import classes from '#renderer/features/convention/ui/convention.module.css'
import { FactTable } from '#renderer/features/convention/ui/FactTable.tsx'
import { Chip, type Tone } from '#renderer/ui/Chip.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { useLanguage } from '#renderer/ui/useLanguage.ts'

interface Props {
  readonly inspections: Convention['previousInspections']
  readonly language: 'fr' | 'nl'
}

/** What earlier inspections asked for, and what is still open of it. */
export function PreviousInspections({ inspections, language }: Props): React.JSX.Element {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  return (
    <>
      <h3 className={classes['subheading']}>{t('previous.title')}</h3>
      {inspections.length === 0 && <p className={classes['quiet']}>{t('previous.none')}</p>}
      {inspections.map(({ reference, date, conclusion, recommendations }) => (
        <article key={reference} className={classes['amendment']}>
          <h4>
            {t('previous.heading', { reference, date: formatDate(date, screen) })}
            <span className={classes['tag']}>
              {t('previous.open', { count: recommendations.filter(isOpen).length })}
            </span>
          </h4>
          <p lang={language}>{conclusion[language]}</p>
          <Recommendations recommendations={recommendations} language={language} />
        </article>
      ))}
    </>
  )
}

const LOOK: Readonly<Record<Recommendation['status'], readonly [Tone, Icon]>> = {
  OPEN: ['red', IconCircle],
  IN_PROGRESS: ['amber', IconCircleHalf2],
  IMPLEMENTED: ['green', IconCircleCheck],
  DROPPED: ['neutral', IconMinus],
}

interface RecommendationProps {
  readonly recommendations: readonly Recommendation[]
  readonly language: 'fr' | 'nl'
}

function Recommendations({ recommendations, language }: RecommendationProps) {
  const { t } = useTranslation('convention')
  const screen = useLanguage()
  if (recommendations.length === 0) return null
  return (
    <FactTable
      hideCaption
      caption={t('previous.recommendations')}
      columns={['no', 'text', 'point', 'due', 'status'].map((name) => ({ label: t(`previous.${name}`) }))}
      rows={recommendations.map(({ no, text, point, dueDate, status }) => [
        no,
        <span key="text" lang={language}>
          {text[language]}
        </span>,
        <span key="point" className="code">
          {point ?? '–'}
        </span>,
        dueDate === null ? '–' : formatDate(dueDate, screen),
        <Chip key="status" plain tone={LOOK[status][0]} icon={LOOK[status][1]}>
          {t(`previous.statuses.${status}`)}
        </Chip>,
      ])}
    />
  )
}
